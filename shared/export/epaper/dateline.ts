/** What a 电头 says besides that it is one. */
export interface DatelineFacts {
  /** The place the report was sent from. */
  readonly place: string | null;
  /** Who sent it or who is quoted, the paper itself not counted. */
  readonly source: string | null;
}

const OWN_PAPER = "本报";

/**
 * Reads a dateline: 新华社北京1月7日电, 本报中山讯, 据证券时报消息. What does not follow one of the customary forms says
 * nothing: a guess would be worse than none.
 */
export function readDateline(dateline: string): DatelineFacts {
  const quoted = /^据(.+?)(?:消息|报道|电|讯)$/u.exec(dateline);
  if (quoted?.[1] !== undefined) return { place: null, source: quoted[1] };
  const sent = /^(新华社|中新社|中国新闻社|本报)(?:记者)?(.*?)(?:\d{1,2}月)?(?:\d{1,2}日)?(?:专?电|讯|消息)$/u.exec(dateline);
  if (sent === null) return { place: null, source: null };
  const [, agency, place] = sent;
  return {
    place: place === undefined || place === "" ? null : place,
    source: agency === undefined || agency === OWN_PAPER ? null : agency,
  };
}
