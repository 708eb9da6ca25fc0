import { type PageAddress, pageAt, recordMoment } from "./addresses.ts";
import { hasDigest } from "./digests.ts";
import { type HttpResponse, readResponse } from "./http.ts";
import type { WarcRecord } from "./records.ts";

/** A page of a channel, or about one, as a record of a web archive keeps it. */
export interface WebPage {
  readonly url: string;
  readonly address: PageAddress;
  /** The moment of the capture in UTC. */
  readonly moment?: string;
  readonly isHtml: boolean;
  /** Whether its HTML has posts as t.me writes them: pages of mirrors may have, too. */
  readonly hasPosts: boolean;
  /** As the record's head or the server tells it. */
  readonly charset?: string;
  readonly digest?: string;
  /** The page's own bytes. */
  readonly body: Uint8Array;
}

/** What a record tells: a page, or a kind of records that are passed over; and what is wrong with it. */
export interface PageInRecord {
  readonly page?: WebPage;
  readonly passedOver?: string;
  readonly problems: readonly string[];
}

/** A record that says that a page was the same at another moment (`revisit` in ISO 28500). */
export interface Revisit {
  readonly url: string;
  readonly address: PageAddress;
  readonly moment: string;
  /** How it names the record whose page it was: by id, by the digest of what was sent, or by its moment; each may be absent. */
  readonly refersTo: { readonly id?: string; readonly digest?: string; readonly moment?: string };
}

/** Reads a record as a revisit of a page of a channel; nothing where it is none, or does not tell its moment. */
export function revisitIn({ type, headers }: WarcRecord): Revisit | undefined {
  const url = (headers.get("warc-target-uri") ?? "").replace(/^<|>$/gu, "");
  const address = type === "revisit" ? pageAt(url) : undefined;
  const moment = address?.moment ?? recordMoment(headers.get("warc-date"));
  if (address === undefined || moment === undefined) return undefined;
  const [id, digest] = [headers.get("warc-refers-to")?.replace(/^<|>$/gu, ""), headers.get("warc-payload-digest")];
  const when = recordMoment(headers.get("warc-refers-to-date"));
  const refersTo = {
    ...(id === undefined ? {} : { id }),
    ...(digest === undefined ? {} : { digest }),
    ...(when === undefined ? {} : { moment: when }),
  };
  return { url, address, moment, refersTo };
}

/** What t.me writes around each post. */
const postMark = "tgme_widget_message";

/** Finds the page in a record. Never throws on account of the record. */
export function webPageIn(record: WarcRecord): PageInRecord {
  const { type, headers, block, problems } = record;
  const url = (headers.get("warc-target-uri") ?? "").replace(/^<|>$/gu, "");
  if (type === "revisit" && pageAt(url) !== undefined)
    return { passedOver: "captures that say that a page is unchanged", problems };
  if (type !== "response" && type !== "conversion" && type !== "resource")
    return { passedOver: type === "" ? "records without a type" : `"${type}" records`, problems };
  const known = pageAt(url);
  const response = type === "response" ? readResponse(block) : undefined;
  const address = known ?? (has(response?.body ?? block, postMark) ? otherPage(url) : undefined);
  if (address === undefined) return { passedOver: "records of other addresses", problems };
  if (type === "response" && response === undefined)
    return {
      passedOver: "responses that cannot be read",
      problems: [...problems, "it contains no response of a web server"],
    };
  if (response !== undefined && response.status !== 200)
    return { passedOver: `responses with status ${response.status}`, problems };
  const told = [
    ...problems,
    ...(response?.problems ?? []),
    ...(problems.length > 0 ? [] : wrongDigests(record, response)),
  ];
  const body = response?.body ?? block;
  const [kind = "", charset] = mediaType(response?.headers.get("content-type") ?? headers.get("content-type") ?? "");
  const isHtml = type !== "conversion" && (/html/u.test(kind) || (kind === "" && has(body, "<html")));
  const more = kind === "application/json" ? htmlInJson(body) : undefined;
  if (!isHtml && more === undefined && kind !== "text/plain")
    return { passedOver: `pages of the kind "${kind}"`, problems: told };
  const moment = address.moment ?? recordMoment(headers.get("warc-date"));
  const digest = headers.get("warc-payload-digest") ?? headers.get("warc-block-digest");
  const truncated = headers.get("warc-truncated");
  const cut = truncated === undefined ? [] : [`it was cut off when the archive was made (${truncated})`];
  const undated = moment === undefined ? ["its WARC-Date is missing or not a valid time"] : [];
  return {
    page: {
      url,
      address,
      ...(moment === undefined ? {} : { moment }),
      isHtml: isHtml || more !== undefined,
      hasPosts: has(more ?? body, postMark),
      ...(charset === undefined ? {} : { charset }),
      ...(digest === undefined ? {} : { digest }),
      body: more ?? body,
    },
    problems: [...told, ...cut, ...undated],
  };
}

/** What t.me sends while a reader scrolls: the HTML of more posts as one string of JSON. */
function htmlInJson(body: Uint8Array): Uint8Array | undefined {
  try {
    const html: unknown = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.length).toString("utf8"));
    return typeof html === "string" && html.includes(postMark) ? Buffer.from(html) : undefined;
  } catch {
    // Damaged or something else: the record is counted as what its head calls it.
    return undefined;
  }
}

function has(bytes: Uint8Array, wanted: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(wanted);
}

/** A page of a site that nobody knows, whose HTML has the posts of t.me. */
function otherPage(url: string): PageAddress | undefined {
  if (!URL.canParse(url)) return undefined;
  const { host, pathname, search } = new URL(url);
  return { kind: "other", page: `${host}${pathname.replace(/\/$/u, "")}${search}`, isLanding: true };
}

/** `text/html; charset=utf-8`. */
function mediaType(header: string): readonly [kind: string, charset: string | undefined] {
  const charset = /;\s*charset="?(?<name>[\w.:-]+)/iu.exec(header)?.groups?.name?.toLowerCase();
  return [(header.split(";")[0] ?? "").trim().toLowerCase(), charset];
}

/** The digests that a record tells and that its bytes do not have. Crawlers tell that of a payload as it was sent, without its chunks, or unpacked. */
export function wrongDigests({ headers, block }: WarcRecord, response: HttpResponse | undefined): readonly string[] {
  const [ofBlock, ofPayload] = [headers.get("warc-block-digest"), headers.get("warc-payload-digest")];
  const payloads = response === undefined ? [block] : [response.sent, response.joined, response.body];
  return [
    ...(ofBlock !== undefined && hasDigest(block, ofBlock) === false
      ? [`its block does not have the digest ${ofBlock}`]
      : []),
    ...(ofPayload !== undefined && payloads.every((payload) => hasDigest(payload, ofPayload) === false)
      ? [`its payload does not have the digest ${ofPayload}`]
      : []),
  ];
}
