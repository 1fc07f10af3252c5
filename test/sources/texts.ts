/**
 * Texts in the form of the vendor's documents, about a service that does not exist. They hold every peculiarity that
 * the parsers know: page breaks inside tables, headings of any level or bold or run together, split fences, wrapped
 * lines, broken brackets.
 */

const ERRORS = [400, 500];

/** The errors' tables as the PDF prints them, from a table number on. */
function pdfErrors(chapter: number, from: number): string {
  return ERRORS.map(
    (status, index) => `**Status code: ${status}****Table ${chapter}-${from + index}** Response body parameters

Parameter	Type	Description
error_code	String	Code.
`,
  ).join("\n");
}

const PDF_STATUSES = `## Status Codes

Status Code	Description
200	OK
400	Bad Request

Status Code	Description
500	Internal Server Error

## Error Codes

See [Error Codes](#).
`;

const FOLD = `# 2.1 Folding a Crane

## Function

Folds a crane.

## Calling Method

See [elsewhere](#).

## URI

POST /v1/papers/{paper\\_id}/fold

**Table 2-1** Path Parameters

Parameter	Mandatory	Type	Description
paper_id	Yes	String	Paper. The paper ID contains the 32 digits and letters on its back.

**Table 2-2** Query Parameters

Parameter	Mandatory	Type	Description
dry_run	No	Boolean	Try first.

Parameter	Mandatory	Type	Description
limit	No	Integer	<b>limit</b> is no more than 100.

### Request Parameters

Table 2-3 Request header parameters

Parameter	Mandatory	Type	Description
X-Auth-Token	Yes	String	Token, whose scope is <b>paper</b> .

**Table 2-4** Request body parameters

Parameter	Mandatory	Type	Description
folds	Yes	Array of <a href="#">Fold</a> objects	Folds.
labels	No	Map<String, <b>Label</b> >	Labels.
notes	No	Array of strings	Notes.

**Table 2-5** Fold

Parameter	Mandatory	Type	Description
angle	Yes	Integer	Angle.

**Table 2-6** Label

Parameter	Mandatory	Type	Description
text	No	String	Text, which can be <b>RED</b> or <b>BLUE</b> .

## Response Parameters

Status code: 200

**Table 2-7** Response body parameters

Parameter	Type	Description
result	<b>crane\\_result</b> object	Result.

**Table 2-8** crane\\_result

Parameter	Type	Description
id	String	Crane.

Parameter	Type	Description
wings	Map<String,Object>	Wings.

${pdfErrors(2, 9)}
## Example Requests

Fold the paper **p1**.

\`\`\`
POST https://{endpoint}/v1/papers/p1/fold?
dry_run=true
{
  "folds" : [ {
    "angle" : 90
\`\`\`

\`\`\`
  } ],
  "notes" : [ "a", "b" ]
}
\`\`\`

## Example Responses

**Status code: 200**

OK

\`\`\`
{
  "result" : {
    "id" : "a long
 crane",
    "wings" : { }
  }
}
\`\`\`

## SDK Sample Code

The SDK sample code is as follows.

### Java

\`\`\`
public class FoldCraneSolution {
\`\`\`

${PDF_STATUSES}`;

const WATCH = `## 2.2 Watching Cranes

### Function

### Function

Watches cranes.

**Calling Method**

See [elsewhere](#).

URI

GET /v1/cranes

### Request Parameters

**Table 2-11** Request header parameters

Parameter	Mandatory	Type	Description
X-Auth-Token	Yes	String	Token.

**Response Parameters**

**Status code: 200****Table 2-12** Response body parameters

Parameter	Type	Description
cranes	Array of <b>Crane</b> objects	Cranes.
more	Boolean	More.

**Table 2-13** Crane

Parameter	Type	Description
name	String	Name.

${pdfErrors(2, 14)}
**Example Requests**

GET https://{endpoint}/v1/cranes

**Example Responses****Status code: 200**

OK

\`\`\`
{
  "cranes" : [ {
    "name" : "one"
  } ]
}
\`\`\`

\`\`\`
}, {
  "name" : null
} ],
"more" : true
}
\`\`\`

## SDK Sample Code

\`\`\`
public class ListCranesSolution {
\`\`\`

${PDF_STATUSES}`;

const BURN = `## 3.1 Burning a Crane (Unavailable Soon)

### Function

Burns a crane.

### Calling Method

See [elsewhere](#).

### URI

DELETE /v1/cranes/{crane\\_id}

**Table 3-1** Path Parameters

Parameter	Mandatory	Type	Description
crane_id	Yes	String	Crane. It consists of 36 digits, lowercase letters, and hyphens (-).

## Request Parameters

Table 3-2 Request header parameters

Parameter	Mandatory	Type	Description
X-Auth-Token	Yes	String	Token.

## Response Parameters

${pdfErrors(3, 3)}
## Example Requests

\`\`\`
DELETE https://{endpoint}/v1/cranes/c1
\`\`\`

## Example Responses

None

## SDK Sample Code

\`\`\`
public class BurnCraneSolution {
\`\`\`

${PDF_STATUSES}`;

const WALKTHROUGH = `## 4.1 Example 1: Folding and Watching

### Scenario

Fold, then watch.

### Procedure

**Step 1** Fold.

- API information

URI: **POST /v1/papers/{paper\\_id}/fold**

- Example request

\`\`\`
POST https://api.example-
one.com/v1/papers/
p2/fold
\`\`\`

- Example request body

\`\`\`
{
  "folds" : [ ]
}
\`\`\`

- Example response

\`\`\`
{
  "result" : null
}
\`\`\`

**Step 2** Watch.

- API information

URI: **GET /v1/cranes**

- Example request

\`\`\`
GET https://api.example-one.com/v1/cranes
\`\`\`

- Example response

\`\`\`
{
  "cranes" : [ {
\`\`\`

\`\`\`
"name" : "two" } ]
}
\`\`\`

----End
`;

/** A PDF as text: contents, chapters of operations, an application example, a change history. */
export const PDF = `**Cranes**

# Contents

---

<b>1 Before You Start.....</b>	<b>1</b>
1.1 Overview.....	1
<b>2 Crane APIs.....</b>	<b>2</b>
2.1 Folding a Crane.....	2
2.2 Watching Cranes.....	7
<b>3 Cranes (Unavailable Soon).....</b>	<b>9</b>
3.1 Burning a Crane (Unavailable Soon).....	9
<b>4 Application Examples.....</b>	<b>12</b>
4.1 Example 1: Folding and Watching.....	12
<b>5 Change History.....</b>	<b>14</b>

# 1 Before You Start

## 1.1 Overview

Name	Meaning
URI	Where it is.

# 2 Crane APIs

${FOLD}
${WATCH}
# 3 Cranes (Unavailable Soon)

---

${BURN}
# 4 Application Examples

${WALKTHROUGH}
# 5 Change History

What's New	Released On
Added <b>watching</b>	2023-05-06

What's New	Released On
First release.	2022-03-04
`;

/** Puts one paragraph a line, as the help center's text does. */
function paragraphs(...texts: string[]): string {
  return `${texts.join("\n\n")}\n`;
}

const NOTHING = "N/A.";
const REQUEST_COLUMNS = ["Parameter", "Mandatory", "Type", "Description"];
const RESPONSE_COLUMNS = ["Parameter", "Type", "Description"];

function pageErrors(from: number): string[] {
  return ERRORS.flatMap((status, index) => [
    `Status code: ${status}`,
    `Table ${from + index} Response body parameters`,
    ...RESPONSE_COLUMNS,
    ...["error_code", "String", "Code."],
    ...["error_msg", "String", "Message."],
  ]);
}

/** A help-center page as text. */
export const PAGE = paragraphs(
  "Help Center/ Cranes/ API Reference/ Folding a Crane",
  "Updated on 2025-07-08 GMT+08:00",
  "Folding a Crane",
  ...["Function", "Folds a crane.", "Calling Method", "See elsewhere.", "URI", "POST /v1/papers/{paper_id}/fold"],
  ...["Table 1 Path Parameters", ...REQUEST_COLUMNS],
  ...["paper_id", "Yes", "String", "Definition", "Paper.", "Constraints", NOTHING],
  ...["Range", "A 32-character string of digits and letters.", "Default Value", NOTHING],
  ...["Table 2 Query Parameters", ...REQUEST_COLUMNS],
  ...["limit", "No", "Integer", "Details:", "How many.", "Constraints:", "N/A"],
  ...["Value Range:", "Only numbers that are 100 or less can be used."],
  "Request Parameters",
  ...["Table 3 Request header parameters", ...REQUEST_COLUMNS],
  ...["X-Auth-Token", "Yes", "String", "Definition", "Token.", "Constraints", NOTHING],
  ...["Range", NOTHING, "Default Value", NOTHING],
  ...["Table 4 Request body parameters", ...REQUEST_COLUMNS],
  ...["folds", "No", "Array of Fold objects", "Definition", "Folds.", "Constraints", NOTHING],
  ...["Range", NOTHING, "Default Value", NOTHING],
  ...["Table 5 Fold", ...REQUEST_COLUMNS],
  ...["angle", "Yes", "Integer", "Definition", "Angle.", "Constraints", NOTHING],
  ...["Range", "0–360", "Default Value", "90"],
  ...["Response Parameters", "Status code: 200", "Table 6 Response body parameters", ...RESPONSE_COLUMNS],
  ...["state", "String", "Definition", "State.", "Range", "  • WET: Not dry.\n  • DRY: Not wet."],
  ...["done", "Boolean", "Definition", "Done.", "Range", "true: Done.", "false: Not done."],
  ...pageErrors(7),
  ...[
    "Example Requests",
    'POST https://{endpoint}/v1/papers/p1/fold?limit=2\n{\n  "folds" : [ {\n    "angle" : 45\n  } ]\n}',
  ],
  ...["Example Responses", "Status code: 200", "OK", '{\n  "state" : "DRY",\n  "done" : true\n}'],
  ...["SDK Sample Code", "The SDK sample code is as follows.", "1\n2", "public class FoldCraneSolution {"],
  ...["Status Codes", "Status Code", "Description", "200", "OK", "400", "Bad Request", "500", "Internal Server Error"],
  ...["Error Codes", "See Error Codes."],
);

/** A text with its line that reads so taken out or replaced; the line must be there. */
export function edit(text: string, line: string, replacement?: string): string {
  const lines = text.split("\n");
  const at = lines.indexOf(line);
  if (at < 0) throw new Error(`no line "${line}"`);
  lines.splice(at, 1, ...(replacement === undefined ? [] : [replacement]));
  return lines.join("\n");
}
