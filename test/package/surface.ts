import ts from "typescript";

/** An entry point: how users import it, and the module behind it. */
export interface Entry {
  readonly name: string;
  readonly file: string;
}

/**
 * Every name that the entry points export, one a line, with its kind and signature; the members of classes and
 * interfaces below it. Made for reading the difference between two of them.
 */
export function printSurface(entries: readonly Entry[], options: ts.CompilerOptions): string {
  const files = entries.map(({ file }) => file);
  const program = ts.createProgram(files, options);
  const parts = entries.map(({ name, file }) => {
    const source = program.getSourceFile(file);
    if (source === undefined) throw new Error(`${file} does not exist`);
    return `# ${name}\n\n${new Surface(program.getTypeChecker(), source).print().join("\n")}\n`;
  });
  return parts.join("\n");
}

/** Longer types are shown by the names of their properties. */
const longest = 200;

type WithMembers = ts.ClassDeclaration | ts.InterfaceDeclaration;

/** What one entry point exports. */
class Surface {
  readonly #checker: ts.TypeChecker;
  readonly #source: ts.SourceFile;
  readonly #exported: Array<{ name: string; symbol: ts.Symbol; typeOnly: boolean }>;

  constructor(checker: ts.TypeChecker, source: ts.SourceFile) {
    const module = checker.getSymbolAtLocation(source);
    this.#checker = checker;
    this.#source = source;
    this.#exported = (module === undefined ? [] : checker.getExportsOfModule(module))
      .map((one) => ({
        name: one.name,
        symbol: (one.flags & ts.SymbolFlags.Alias) === 0 ? one : checker.getAliasedSymbol(one),
        typeOnly: (one.declarations ?? []).some((declaration) => ts.isTypeOnlyExportDeclaration(declaration)),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  print(): string[] {
    return this.#exported.flatMap(({ name, symbol, typeOnly }) => {
      const [declaration] = symbol.declarations ?? [];
      if (declaration === undefined) throw new Error(`${name} has no declaration`);
      const [head = "", ...members] = this.#declared(name, symbol, declaration);
      return [
        `${head}${typeOnly && ts.isClassDeclaration(declaration) ? " (type only)" : ""}${this.#mark(symbol)}`,
        ...members,
      ];
    });
  }

  #declared(name: string, symbol: ts.Symbol, declaration: ts.Declaration): string[] {
    const type = this.#checker.getTypeOfSymbolAtLocation(symbol, declaration);
    if (ts.isClassDeclaration(declaration)) {
      const made = type.getConstructSignatures().map((call) => `  new ${this.#call(call)}`);
      return [`class ${name}${heading(declaration)}`, ...made, ...this.#members(symbol, declaration)];
    }
    if (ts.isInterfaceDeclaration(declaration))
      return [`interface ${name}${heading(declaration)}`, ...this.#members(symbol, declaration)];
    if (ts.isTypeAliasDeclaration(declaration))
      return [`type ${name}${parameters(declaration)} = ${this.#print(sorted(declaration.type))}`];
    if (ts.isFunctionDeclaration(declaration))
      return type.getCallSignatures().map((call) => `function ${name}${this.#call(call)}`);
    return [`const ${name}: ${this.#type(type)}`];
  }

  /** The members, inherited ones included unless the entry point exports what they are inherited from. */
  #members(symbol: ts.Symbol, declaration: WithMembers): string[] {
    const type = this.#checker.getDeclaredTypeOfSymbol(symbol);
    const inherited = this.#namesOfBases(type);
    const shown = type.getProperties().filter((member) => {
      const [declared] = member.declarations ?? [];
      return (
        declared !== undefined &&
        isShown(declared) &&
        (holderOf(declared) === declaration || !inherited.has(member.name))
      );
    });
    return shown.map((member) => `  ${this.#member(member, declaration)}`).sort((a, b) => (a < b ? -1 : 1));
  }

  /** The names of the members of all exported types that a type extends. */
  #namesOfBases(type: ts.Type): Set<string> {
    const bases = type.isClassOrInterface() ? this.#checker.getBaseTypes(type) : [];
    const names = bases.flatMap((base) => {
      const generic = (base as Partial<ts.TypeReference>).target ?? base;
      const own = this.#exported.some(({ symbol }) => symbol === generic.symbol);
      return own ? base.getProperties().map(({ name }) => name) : [...this.#namesOfBases(generic)];
    });
    return new Set(names);
  }

  #member(member: ts.Symbol, at: ts.Declaration): string {
    const optional = (member.flags & ts.SymbolFlags.Optional) === 0 ? "" : "?";
    const type = this.#checker.getTypeOfSymbolAtLocation(member, at);
    const name = /^[\w$]+$/.test(member.name) ? member.name : JSON.stringify(member.name);
    const isMethod = (member.flags & ts.SymbolFlags.Method) !== 0;
    const text = isMethod
      ? type
          .getCallSignatures()
          .map((call) => this.#call(call))
          .join(" & ")
      : `: ${this.#type(type)}`;
    return `${isReadonly(member) ? "readonly " : ""}${name}${optional}${text}${this.#mark(member)}`;
  }

  #mark(symbol: ts.Symbol): string {
    return symbol.getJsDocTags(this.#checker).some(({ name }) => name === "deprecated") ? " [deprecated]" : "";
  }

  #call(signature: ts.Signature): string {
    const kind = ts.SyntaxKind.MethodSignature;
    const node = this.#checker.signatureToSignatureDeclaration(signature, kind, this.#source, nodeFlags);
    if (node === undefined) throw new Error("a signature cannot be printed");
    return this.#print(sorted(node)).replace(/;$/, "");
  }

  #type(type: ts.Type): string {
    const node = this.#checker.typeToTypeNode(type, this.#source, nodeFlags);
    if (node === undefined) throw new Error("a type cannot be printed");
    const text = this.#print(sorted(node));
    if (text.length <= longest) return text;
    const held = type.getProperties().filter((property) => {
      const of = this.#checker.getNonNullableType(this.#checker.getTypeOfSymbolAtLocation(property, this.#source));
      return (of.flags & ts.TypeFlags.Never) === 0;
    });
    return `{ ${held.map(({ name }) => name).join(", ")} }`;
  }

  #print(node: ts.Node): string {
    const text = printer.printNode(ts.EmitHint.Unspecified, node, this.#source);
    return text.replace(/\s+/g, " ");
  }
}

const nodeFlags: ts.NodeBuilderFlags =
  ts.NodeBuilderFlags.NoTruncation | ts.NodeBuilderFlags.UseAliasDefinedOutsideCurrentScope;
const printer = ts.createPrinter({ removeComments: true });

/** The same type with the members of its unions in order: the compiler's own order depends on what else it compiled. */
function sorted<T extends ts.Node>(node: T): T {
  const transformed = ts.transform<ts.Node>(node, [
    (context) => (root) => {
      const visit = (inner: ts.Node): ts.Node | undefined => {
        // openapi-typescript says of every place that it is empty.
        if (ts.isPropertySignature(inner) && inner.type?.kind === ts.SyntaxKind.NeverKeyword) return undefined;
        // The compiler takes over nodes of an alias, and a printer would look for their text in another file.
        if (ts.isStringLiteral(inner)) return ts.factory.createStringLiteral(inner.text);
        const seen = ts.visitEachChild(inner, visit, context);
        return ts.isUnionTypeNode(seen) ? ts.factory.createUnionTypeNode(inOrder(seen.types)) : seen;
      };
      return visit(root) ?? root;
    },
  ]);
  return transformed.transformed[0] as T;
}

function inOrder(types: readonly ts.TypeNode[]): ts.TypeNode[] {
  const blank = ts.createSourceFile("blank.ts", "", ts.ScriptTarget.ESNext);
  const keyed = types.map((type) => ({ type, key: printer.printNode(ts.EmitHint.Unspecified, type, blank) }));
  const rank = (key: string): number => ["null", "undefined"].indexOf(key);
  return keyed.sort((a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1)).map(({ type }) => type);
}

/** The class or interface in which a member is declared. */
function holderOf(member: ts.Declaration): ts.Node | undefined {
  return ts.findAncestor(member, (node) => ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node));
}

/** True for members that the project declares, and that users may name. */
function isShown(declaration: ts.Declaration): boolean {
  const name = ts.getNameOfDeclaration(declaration);
  if (name !== undefined && (ts.isPrivateIdentifier(name) || ts.isComputedPropertyName(name))) return false;
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  if ((ts.getCombinedModifierFlags(declaration) & hidden) !== 0) return false;
  return !/[/\\]node_modules[/\\](typescript|@types|undici-types)[/\\]/.test(declaration.getSourceFile().fileName);
}

function isReadonly({ flags, declarations = [] }: ts.Symbol): boolean {
  if ((flags & ts.SymbolFlags.Accessor) !== 0) return (flags & ts.SymbolFlags.SetAccessor) === 0;
  return declarations.some((one) => (ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Readonly) !== 0);
}

function heading(declaration: WithMembers): string {
  const clauses = (declaration.heritageClauses ?? []).map((clause) => ` ${clause.getText().replace(/\s+/g, " ")}`);
  return parameters(declaration) + clauses.join("");
}

function parameters({ typeParameters }: WithMembers | ts.TypeAliasDeclaration): string {
  return typeParameters === undefined ? "" : `<${typeParameters.map((one) => one.getText()).join(", ")}>`;
}
