/**
 * Vertical_Orientation of Unicode 18.0.0 (UAX #50).
 * Runs in the order of the code points: a length in base 36, then the value they share.
 *
 * Written by scripts/makeUnicodeTables.mjs; not to be edited. Data © Unicode, Inc., Unicode License V3: assets/LICENSES.md.
 */
export const verticalOrientationData = `
4nR 1U 1R 1U 4R 1U 2R 1U aR 3U oR 1U vR 1U duR 2U 2s4R 74U e9R hrU fkR 28U 1eeR 1U 1R 2Tr 2R 2Tr 2R 2U eR 2U 9R 2U
5R 1U 4R 3U 7R 1U jR 1U 3bR 4U 1R 3U rR 2U 1R 7U 5R 1U 3R 2U 1R 2U 6R 6U 1R 1U 1R 1U 1R 1U 4R 1U 6R bU 5R 6U 1R 2U
1R 1nU 2R 4U 3yR 1U lR 2U 5mR 8U 4R kU 4R 5U 2Tr 1U 29R uU zR gU 1R 1U 1R bU 6R 1tU 1R 64U 4gR 3eU 6R 94U eR uU ouR
uU wR aU 1pR 1U wR qU 1R pU 4R gU ggR 2U 1aR apU 2Tu 5U aTr 2U cTr gU 1Tr gU 1Tu 1U 1Tu 1U 1Tu 1U 1Tu 1U 1Tu pU 1Tu
vU 1Tu 1U 1Tu 1U 1Tu 6U 1Tu 6U 2Tu 4U 2Tu 3U 1Tr 1Tu 1U 1Tu 1U 1Tu 1U 1Tu 1U 1Tu pU 1Tu vU 1Tu 1U 1Tu 1U 1Tu 6U 1Tu
6U 2Tu 5U 1Tr 16U 1Tu 3wU 4Tu 3U 1Tu 1gU gTu 73U 2hTu zU 5Tu mdsU wgR wU hsR 8owU 1kwR 5c0U lsR gU gR pU 7R 3Tu 5U
1R 6Tr 4U 4R 9U 41R 1Tu 6U 2Tr 2U 1Tu 1R 1Tu bU 2Tr 3R 1Tu rU 1Tr 1U 1Tr 1U 1Tr rU 6Tr 3jR 3U 1Tr 4U 8R 9U 3R 2U
1vmR wU 2cgR 3kU sgR 5cU 474R 4g0U 868R 6psU 5xsR 8yU 1Tu tU 3Tu 2U 1Tu eU 5Tu bbU 5hcR tU 3R hU dR 5uU 1cR e8U 28R
1eU 2mR 4gU w0R j4U 47kR e8U 2Tu 16mU 74R e8U zkR 1ekeU 2R 1ekeU fg8yR 1ekeU 2R 1ekeU 2R
`;
