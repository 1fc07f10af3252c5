// Made by `npm run generate` from the specification. Do not edit.

import type { ErrorAdvice } from "./runtime/data.js";

/** What to do about each error code. */
export const errorCatalogue: Readonly<Record<string, ErrorAdvice>> = {
  "CB.00060100": { advice: "Wait a little and try again.", retry: true },
  "CB.00060101": {
    advice: "Try again later; if it stays, contact the vendor's support with the request id.",
    retry: true,
  },
  "CB.00060200": { advice: "Check every parameter against its limits in the operation's reference.", refused: true },
  "CB.00060201": {
    advice: "Check that `job_id` is the 32 letters and digits at the end of the address of the task's page.",
    refused: true,
  },
  "CB.00060202": { advice: "Use lower-case letters and digits only.", refused: true },
  "CB.00060203": { advice: "Give a file name of 1 to 500 characters.", refused: true },
  "CB.00060211": { advice: "Send fewer requests and try again later.", retry: true, refused: true },
  "CB.00060212": { advice: "Choose a file that has content.", refused: true },
  "CB.00060213": { advice: "Upload fewer files at a time.", refused: true },
  "CB.00060214": { advice: "Check the address, the path and its values above all.", refused: true },
  "CB.00030004": { advice: "Look at the build record with `showRecordDetail`; a retry does not help.", refused: true },
  "CB.00031006": { advice: "Check the id, and that the region is the one that holds it.", refused: true },
  "DEVCB.00031006": { advice: "Check the id, and that the region is the one that holds it.", refused: true },
  "DEVCB.00030000": {
    advice: "Check ids and values; if they are right, contact the vendor's support with the request id.",
  },
  "CB.00031059": { advice: "Run the task first, or check the build number.", refused: true },
  "CB.00031105": { advice: "Ask for 31 days at most, several times if need be.", refused: true },
  "DEV.CB.032011": {
    advice: "Check that `job_id` is the 32 letters and digits at the end of the address of the task's page.",
    refused: true,
  },
  "DEV.CB.032302": { advice: "Nothing is left to stop; read the outcome with `showRecordDetail`.", refused: true },
  "DEV.CB.0520002": { advice: "Take the `uuid` of a template that `listTemplates` returns.", refused: true },
  "APIGW.0101": { advice: "Check the region and the address of the service.", refused: true },
  "APIGW.0301": {
    advice: "Check the credentials, the region, and the clock of this machine, whose time is part of a signature.",
    refused: true,
  },
  "APIGW.0308": {
    advice: "Send it again after the time in `Retry-After`, and send fewer at once.",
    retry: true,
    refused: true,
  },
  PARSE_REQUEST_DATA_EXCEPTION: { advice: "Send a JSON object, `{}` when there is nothing to say.", refused: true },
};

/** The same without words, for the raw client. */
export const errorTreatment: Readonly<Record<string, ErrorAdvice>> = {
  "CB.00060100": { retry: true },
  "CB.00060101": { retry: true },
  "CB.00060200": { refused: true },
  "CB.00060201": { refused: true },
  "CB.00060202": { refused: true },
  "CB.00060203": { refused: true },
  "CB.00060211": { retry: true, refused: true },
  "CB.00060212": { refused: true },
  "CB.00060213": { refused: true },
  "CB.00060214": { refused: true },
  "CB.00030004": { refused: true },
  "CB.00031006": { refused: true },
  "DEVCB.00031006": { refused: true },
  "DEVCB.00030000": {},
  "CB.00031059": { refused: true },
  "CB.00031105": { refused: true },
  "DEV.CB.032011": { refused: true },
  "DEV.CB.032302": { refused: true },
  "DEV.CB.0520002": { refused: true },
  "APIGW.0101": { refused: true },
  "APIGW.0301": { refused: true },
  "APIGW.0308": { retry: true, refused: true },
  PARSE_REQUEST_DATA_EXCEPTION: { refused: true },
};

/** What each error code means, for the simulator. */
export const errorMeanings: Readonly<Record<string, { readonly status: number; readonly meaning: string }>> = {
  "CB.00060100": { status: 500, meaning: "The network of the service is busy." },
  "CB.00060101": { status: 500, meaning: "Something failed inside the service." },
  "CB.00060200": {
    status: 400,
    meaning: "A parameter has a value that the service does not take. Before 2021-12-27 the code was DEVCB.00060200.",
  },
  "CB.00060201": { status: 400, meaning: "What was given has not the shape of a task id." },
  "CB.00060202": { status: 400, meaning: "The service id is not valid." },
  "CB.00060203": { status: 400, meaning: "The file name is missing or too long." },
  "CB.00060211": { status: 500, meaning: "Too many requests at once for the service." },
  "CB.00060212": { status: 400, meaning: "The file is empty." },
  "CB.00060213": { status: 400, meaning: "More files at once than the service takes." },
  "CB.00060214": { status: 404, meaning: "There is nothing at this address." },
  "CB.00030004": { status: 500, meaning: "The build never reached an executor, so it has no real-time log." },
  "CB.00031006": { status: 422, meaning: "The id has the right shape but does not exist (v3 routes)." },
  "DEVCB.00031006": { status: 422, meaning: "The id has the right shape but does not exist (v1 routes)." },
  "DEVCB.00030000": { status: 422, meaning: "The service could not do it and does not say why." },
  "CB.00031059": { status: 403, meaning: "The task has no build yet, or its history was deleted." },
  "CB.00031105": { status: 400, meaning: "The period is longer than 31 days." },
  "DEV.CB.032011": { status: 200, meaning: "What was given has not the shape of a task id." },
  "DEV.CB.032302": { status: 200, meaning: "The build has already ended, so it cannot be stopped." },
  "DEV.CB.0520002": { status: 422, meaning: "There is no template with this id." },
  "APIGW.0101": { status: 404, meaning: "The region does not offer this route." },
  "APIGW.0301": {
    status: 401,
    meaning: "The API gateway does not accept the credentials; they are wrong, expired, or of another region.",
  },
  "APIGW.0308": { status: 429, meaning: "Too many requests; the API gateway turned this one away." },
  PARSE_REQUEST_DATA_EXCEPTION: {
    status: 400,
    meaning: "The service could not read the request. A body that is not JSON is one cause; a missing one may be another.",
  },
};
