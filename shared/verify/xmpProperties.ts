const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const deepestElement = 64;

interface Element {
  readonly name: string;
  readonly namespaces: ReadonlyMap<string, string>;
  text: string;
}

const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.-]*(?::[\w.-]+)?)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The properties of an XMP packet: the attributes and child elements of every `rdf:Description`, by namespace and name.
 * Null where the text is no well-formed XML, or holds a document type, which XMP has no use for.
 */
export function readXmlProperties(text: string): ReadonlyMap<string, string> | null {
  const properties = new Map<string, string>();
  const open: Element[] = [];
  let elements = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) return null;
    at = token.lastIndex;
    const [, cdata, closing, qualified, attributes = "", empty, plain] = match;
    const within = open.at(-1);
    if (plain !== undefined || cdata !== undefined) {
      const said = cdata ?? unescapeXml(plain ?? "");
      if (said === null) return null;
      if (within !== undefined) within.text += said;
      else if (said.trim() !== "") return null;
      continue;
    }
    if (qualified === undefined) continue;
    if (closing === "/") {
      const element = open.pop();
      const resolved = element === undefined ? null : resolve(qualified, element.namespaces, true);
      if (element === undefined || resolved !== element.name) return null;
      close(element, open, properties);
      continue;
    }
    if (open.length >= deepestElement) return null;
    elements++;
    const namespaces = new Map(within?.namespaces);
    const pairs = [...attributes.matchAll(attribute)].map(([, name = "", double, single]) => [name, unescapeXml(double ?? single ?? "")] as const);
    for (const [name, value] of pairs) {
      if (value === null) return null;
      if (name === "xmlns") namespaces.set("", value);
      else if (name.startsWith("xmlns:")) namespaces.set(name.slice(6), value);
    }
    const name = resolve(qualified, namespaces, true);
    if (name === null) return null;
    if (name === `${rdf}Description`) {
      for (const [key, value] of pairs) {
        const property = key.startsWith("xmlns") ? null : resolve(key, namespaces, false);
        if (property !== null && value !== null && !property.startsWith(rdf)) properties.set(property, value);
      }
    }
    const element = { name, namespaces, text: "" };
    if (empty === "/") close(element, open, properties);
    else open.push(element);
  }
  return open.length === 0 && elements > 0 ? properties : null;
}

/** A finished element: a property's text belongs to it, that of a list item to the property around the list. */
function close({ name, text }: Element, open: readonly Element[], properties: Map<string, string>): void {
  const parent = open.at(-1);
  if (parent === undefined) return;
  if (parent.name === `${rdf}Description`) {
    if (!properties.has(name)) properties.set(name, text.trim());
    return;
  }
  if (name !== `${rdf}li`) return;
  const property = open.at(-2);
  if (property !== undefined && open.at(-3)?.name === `${rdf}Description` && !properties.has(property.name)) properties.set(property.name, text.trim());
}

function resolve(qualified: string, namespaces: ReadonlyMap<string, string>, isElement: boolean): string | null {
  const colon = qualified.indexOf(":");
  if (colon < 0) return isElement ? `${namespaces.get("") ?? ""}${qualified}` : qualified;
  const prefix = qualified.slice(0, colon);
  const namespace = prefix === "xml" ? "http://www.w3.org/XML/1998/namespace" : namespaces.get(prefix);
  return namespace === undefined ? null : `${namespace}${qualified.slice(colon + 1)}`;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: "\"", apos: "'" };

function unescapeXml(text: string): string | null {
  let sound = true;
  const plain = text.replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));|&/g, (_, decimal?: string, hex?: string, name?: string) => {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null;
    const character = code !== null ? (code <= 0x10ffff ? String.fromCodePoint(code) : undefined) : entities[name ?? ""];
    if (character === undefined) sound = false;
    return character ?? "";
  });
  return sound ? plain : null;
}
