import ts from 'typescript';

/** One code of an error class, read in its source. */
export interface DeclaredError {
  readonly code: string;
  /** Nothing when the class chooses it at run time. */
  readonly kind: string | undefined;
  readonly className: string;
  readonly path: string;
  /** First sentence of the comment of the class. */
  readonly about: string;
}

/** A class that extends `DomainError`. */
export interface ErrorClass {
  readonly name: string;
  readonly path: string;
  /** Empty when the source does not say them: they must be literals, or a type that lists them. */
  readonly errors: readonly DeclaredError[];
}

/** The error classes of a source, in the order of the file. */
export function errorClasses(path: string, text: string): ErrorClass[] {
  if (!text.includes('extends DomainError')) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  return source.statements
    .filter(ts.isClassDeclaration)
    .filter((node) => /\bextends DomainError\b/.test(node.getText(source)))
    .map((node) => ({ name: node.name?.text ?? '', path, errors: errorsOfClass(source, node) }));
}

function errorsOfClass(source: ts.SourceFile, node: ts.ClassDeclaration): DeclaredError[] {
  const facts = {
    kind: literalsOf(source, memberOf(node, 'kind'))[0],
    className: node.name?.text ?? '',
    path: source.fileName,
    about: aboutOf(node),
  };
  return literalsOf(source, memberOf(node, 'code')).map((code) => ({ code, ...facts }));
}

/** A property of the class, or the parameter of its constructor that declares it. */
function memberOf(
  node: ts.ClassDeclaration,
  name: string,
): ts.PropertyDeclaration | ts.ParameterDeclaration | undefined {
  const candidates = [...node.members].flatMap<ts.PropertyDeclaration | ts.ParameterDeclaration>(
    (member) => {
      if (ts.isPropertyDeclaration(member)) return [member];
      return ts.isConstructorDeclaration(member) ? [...member.parameters] : [];
    },
  );
  return candidates.find((member) => member.name.getText() === name);
}

/** The value of the member; without one, the values its type allows. */
function literalsOf(
  source: ts.SourceFile,
  member: ts.PropertyDeclaration | ts.ParameterDeclaration | undefined,
): string[] {
  if (member?.initializer && ts.isStringLiteralLike(member.initializer)) {
    return [member.initializer.text];
  }
  return member?.type ? literalsOfType(source, member.type) : [];
}

function literalsOfType(source: ts.SourceFile, type: ts.TypeNode): string[] {
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((part) => literalsOfType(source, part));
  if (ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal)) return [type.literal.text];
  if (!ts.isTypeReferenceNode(type)) return [];
  const alias = source.statements
    .filter(ts.isTypeAliasDeclaration)
    .find((statement) => statement.name.text === type.typeName.getText(source));
  return alias ? literalsOfType(source, alias.type) : [];
}

function aboutOf(node: ts.ClassDeclaration): string {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
  const text = ts.getTextOfJSDocComment(comment)?.replaceAll(/\s+/g, ' ') ?? '';
  return text.split(/(?<=\.)\s/)[0] ?? '';
}
