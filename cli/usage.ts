/** What `broadsheet help` prints. */
export const usage = `broadsheet: lays out newspaper pages

  broadsheet open [ISSUE]
      Opens an issue folder in the editor; without one, the sample issue.

  broadsheet export ISSUE [--press DIR] [--pdf FILE] [--epaper DIR] [--site ROOT] [--png FILE]
                    [--preset NAME|FILE.json] [--profile FILE.icc] [--round N]
                    [--page N] [--dpi N] [--allow-uncovered]
      Writes the pages as press files, PDF, e-paper package or picture. --press writes the files of a
      preset into a folder, which is made where it is missing, named by the preset's rule: x4 unless
      --preset says x1a, proof, web or the file of a plant's own. --profile replaces its ICC profile;
      --round is a proof's round of reading, 1 unless it is given. --pdf writes one file: with
      --preset as that says, without it as the pages are. --site writes the package into a folder of
      the issue's date under ROOT and keeps ROOT's list of issues. --page takes one page by its
      number; a picture is of page 1 unless it says otherwise, at 144 dpi. An e-paper is refused, with
      a list, where printed text or ink has no region, such as text that is over; --allow-uncovered
      writes it all the same and records the list in it. Ctrl+C ends an export: what is not finished
      is not written, and it is said what is; exit 130.

  broadsheet presets
      Lists the presets of press files: those that ship and your own.

  broadsheet fonts [--add FILE.ttf] [--json]
      Lists the fonts that issues may use, and whether they may be embedded; --add takes over one of
      your own, which the window offers when it is next opened.

  broadsheet check ISSUE [--json] [--lang en|zh]
      Names what is wrong with an issue: text that is over, missing glyphs and pictures, boxes off
      the page. Exit 1 where there are errors.

  broadsheet verify FILE.pdf [--as x4|x1a] [--json] [--lang en|zh]
      Reads a finished PDF with another library than the one that wrote it and tells for each rule of
      PDF/X-4 or PDF/X-1a whether it is held, broken (and where) or not checkable; advice for
      newspapers and structure come in groups of their own. Without --as, by what the file says it
      is. Exit 1 where a rule of the standard is broken.

  broadsheet typeset --vectors FILE
      Sets the vectors of a file by the engine's rules and prints one line of JSON.
      Exit 1 where one failed.

  broadsheet new DIR --template NAME
      Makes a new issue folder. Templates: see broadsheet new --help.

  broadsheet --version

A bad argument or file is named in one sentence, with exit 2, and nothing is written.
`;
