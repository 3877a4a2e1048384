/** The bytes at an address of the window's own host; rejects where it has none. */
export async function loadBlob(url: string): Promise<Blob> {
  const answer = await fetch(url, { credentials: "same-origin" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.blob();
}
