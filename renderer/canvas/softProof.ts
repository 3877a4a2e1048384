import type { DisplayInk } from "../../shared/display/displayList";
import { inkToScreen } from "../../shared/display/inkToScreen";
import { createProofColours, type ProofTable } from "../../shared/display/proofTable";
import { hostUrls } from "../../shared/platform/host";
import { loadBlob } from "./loadBlob";

/** The canvas's soft proof: the colours of inks and paper while it is on. */
export interface SoftProof {
  isOn(): boolean;
  /** Turns it on or off; on, it resolves when the host has told the press's colours, and stays off where it does not. */
  switch(on: boolean): Promise<void>;
  readonly inkColour: (ink: DisplayInk) => string;
  /** The paper's colour, or null for white. */
  paper(): string | null;
}

const bare: DisplayInk = { cyan: 0, magenta: 0, yellow: 0, black: 0 };

/** A soft proof that is off. */
export function createSoftProof(): SoftProof {
  let colours: ((ink: DisplayInk) => string) | null = null;
  let wanted = false;
  return {
    isOn: () => colours !== null,
    switch: async (on) => {
      wanted = on;
      if (!on) {
        colours = null;
        return;
      }
      try {
        // Asked each time: another preset may have been used meanwhile.
        const table = JSON.parse(await (await loadBlob(hostUrls.proofTable())).text()) as ProofTable; // our own host's
        if (wanted) colours = createProofColours(table);
      } catch {
        colours = null;
      }
    },
    inkColour: (ink) => (colours ?? inkToScreen)(ink),
    paper: () => colours?.(bare) ?? null,
  };
}
