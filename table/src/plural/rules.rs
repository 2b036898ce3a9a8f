//! The plural rules of CLDR 48.2: languages that share them, each category's condition, and which categories integers
//! reach. Generated from tests/cldr; `UPDATE_EXPECT=1 cargo test -p code-registry-table --test plural` does it again.
//!
//! Copyright © 2004-2026 Unicode, Inc. SPDX-License-Identifier: Unicode-3.0

use super::RuleSet;
use crate::model::Category::{Few, Many, One, Other, Two, Zero};

pub(super) static CARDINAL: &[RuleSet] = &[
    RuleSet {
        tags: "af an asa az bal bem bez bg brx ce cgg chr ckb dv ee el eo eu fo fur gsw ha haw hu jgo jmc \
               ka kaj kcg kk kkj kl ks ksb ku ky lb lg mas mgo ml mn mr nah nb nd ne nn nnh no nr ny nyn \
               om or os pap ps rm rof rwk saq sd sdh seh sn so sq ss ssy st syr ta te teo tig tk tn tr ts \
               ug uz ve vo vun wae xh xog",
        rules: &[
            (One, "n = 1"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "ak bho csw guw ln mg nso pa ti wa",
        rules: &[
            (One, "n = 0..1"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "am as bn doi fa gu hi kn kok kok-Latn pcm zu",
        rules: &[
            (One, "i = 0 or n = 1"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "ar ars",
        rules: &[
            (Zero, "n = 0"),
            (One, "n = 1"),
            (Two, "n = 2"),
            (Few, "n % 100 = 3..10"),
            (Many, "n % 100 = 11..99"),
        ],
        integers: &[Zero, One, Two, Few, Many, Other],
    },
    RuleSet {
        tags: "ast de en et fi fy gl ia ie io lij nl sc sv sw ur yi",
        rules: &[
            (One, "i = 1 and v = 0"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "be",
        rules: &[
            (One, "n % 10 = 1 and n % 100 != 11"),
            (Few, "n % 10 = 2..4 and n % 100 != 12..14"),
            (Many, "n % 10 = 0 or n % 10 = 5..9 or n % 100 = 11..14"),
        ],
        integers: &[One, Few, Many],
    },
    RuleSet {
        tags: "blo cv ksh",
        rules: &[
            (Zero, "n = 0"),
            (One, "n = 1"),
        ],
        integers: &[Zero, One, Other],
    },
    RuleSet {
        tags: "bm bo dz hnj id ig ii ja jbo jv jw kde kea km ko lkt lo ms my nqo osa sah ses sg su th to \
               tpi und vi wo yo yue zh",
        rules: &[],
        integers: &[Other],
    },
    RuleSet {
        tags: "br",
        rules: &[
            (One, "n % 10 = 1 and n % 100 != 11,71,91"),
            (Two, "n % 10 = 2 and n % 100 != 12,72,92"),
            (Few, "n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99"),
            (Many, "n != 0 and n % 1000000 = 0"),
        ],
        integers: &[One, Two, Few, Many, Other],
    },
    RuleSet {
        tags: "bs hr sh sr",
        rules: &[
            (One, "v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11"),
            (Few, "v = 0 and i % 10 = 2..4 and i % 100 != 12..14 or f % 10 = 2..4 and f % 100 != 12..14"),
        ],
        integers: &[One, Few, Other],
    },
    RuleSet {
        tags: "ca it lld pt-PT scn vec",
        rules: &[
            (One, "i = 1 and v = 0"),
            (Many, "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"),
        ],
        integers: &[One, Many, Other],
    },
    RuleSet {
        tags: "ceb fil tl",
        rules: &[
            (One, "v = 0 and i = 1,2,3 or v = 0 and i % 10 != 4,6,9 or v != 0 and f % 10 != 4,6,9"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "cs sk",
        rules: &[
            (One, "i = 1 and v = 0"),
            (Few, "i = 2..4 and v = 0"),
            (Many, "v != 0"),
        ],
        integers: &[One, Few, Other],
    },
    RuleSet {
        tags: "cy",
        rules: &[
            (Zero, "n = 0"),
            (One, "n = 1"),
            (Two, "n = 2"),
            (Few, "n = 3"),
            (Many, "n = 6"),
        ],
        integers: &[Zero, One, Two, Few, Many, Other],
    },
    RuleSet {
        tags: "da",
        rules: &[
            (One, "n = 1 or t != 0 and i = 0,1"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "dsb hsb",
        rules: &[
            (One, "v = 0 and i % 100 = 1 or f % 100 = 1"),
            (Two, "v = 0 and i % 100 = 2 or f % 100 = 2"),
            (Few, "v = 0 and i % 100 = 3..4 or f % 100 = 3..4"),
        ],
        integers: &[One, Two, Few, Other],
    },
    RuleSet {
        tags: "es",
        rules: &[
            (One, "n = 1"),
            (Many, "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"),
        ],
        integers: &[One, Many, Other],
    },
    RuleSet {
        tags: "ff hy kab",
        rules: &[
            (One, "i = 0,1"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "fr",
        rules: &[
            (One, "i = 0,1"),
            (Many, "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"),
        ],
        integers: &[One, Many, Other],
    },
    RuleSet {
        tags: "ga",
        rules: &[
            (One, "n = 1"),
            (Two, "n = 2"),
            (Few, "n = 3..6"),
            (Many, "n = 7..10"),
        ],
        integers: &[One, Two, Few, Many, Other],
    },
    RuleSet {
        tags: "gd",
        rules: &[
            (One, "n = 1,11"),
            (Two, "n = 2,12"),
            (Few, "n = 3..10,13..19"),
        ],
        integers: &[One, Two, Few, Other],
    },
    RuleSet {
        tags: "gv",
        rules: &[
            (One, "v = 0 and i % 10 = 1"),
            (Two, "v = 0 and i % 10 = 2"),
            (Few, "v = 0 and i % 100 = 0,20,40,60,80"),
            (Many, "v != 0"),
        ],
        integers: &[One, Two, Few, Other],
    },
    RuleSet {
        tags: "he",
        rules: &[
            (One, "i = 1 and v = 0 or i = 0 and v != 0"),
            (Two, "i = 2 and v = 0"),
        ],
        integers: &[One, Two, Other],
    },
    RuleSet {
        tags: "is",
        rules: &[
            (One, "t = 0 and i % 10 = 1 and i % 100 != 11 or t % 10 = 1 and t % 100 != 11"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "iu naq sat se sma smi smj smn sms",
        rules: &[
            (One, "n = 1"),
            (Two, "n = 2"),
        ],
        integers: &[One, Two, Other],
    },
    RuleSet {
        tags: "kw",
        rules: &[
            (Zero, "n = 0"),
            (One, "n = 1"),
            (Two, "n % 100 = 2,22,42,62,82 or n % 1000 = 0 and n % 100000 = 1000..20000,40000,60000,80000 or n != 0 and n % 1000000 = 100000"),
            (Few, "n % 100 = 3,23,43,63,83"),
            (Many, "n != 1 and n % 100 = 1,21,41,61,81"),
        ],
        integers: &[Zero, One, Two, Few, Many, Other],
    },
    RuleSet {
        tags: "lag",
        rules: &[
            (Zero, "n = 0"),
            (One, "i = 0,1 and n != 0"),
        ],
        integers: &[Zero, One, Other],
    },
    RuleSet {
        tags: "lt",
        rules: &[
            (One, "n % 10 = 1 and n % 100 != 11..19"),
            (Few, "n % 10 = 2..9 and n % 100 != 11..19"),
            (Many, "f != 0"),
        ],
        integers: &[One, Few, Other],
    },
    RuleSet {
        tags: "lv prg",
        rules: &[
            (Zero, "n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19"),
            (One, "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 and f % 100 != 11 or v != 2 and f % 10 = 1"),
        ],
        integers: &[Zero, One, Other],
    },
    RuleSet {
        tags: "mk",
        rules: &[
            (One, "v = 0 and i % 10 = 1 and i % 100 != 11 or f % 10 = 1 and f % 100 != 11"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "mo ro",
        rules: &[
            (One, "i = 1 and v = 0"),
            (Few, "v != 0 or n = 0 or n != 1 and n % 100 = 1..19"),
        ],
        integers: &[One, Few, Other],
    },
    RuleSet {
        tags: "mt",
        rules: &[
            (One, "n = 1"),
            (Two, "n = 2"),
            (Few, "n = 0 or n % 100 = 3..10"),
            (Many, "n % 100 = 11..19"),
        ],
        integers: &[One, Two, Few, Many, Other],
    },
    RuleSet {
        tags: "pl",
        rules: &[
            (One, "i = 1 and v = 0"),
            (Few, "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"),
            (Many, "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14"),
        ],
        integers: &[One, Few, Many],
    },
    RuleSet {
        tags: "pt",
        rules: &[
            (One, "i = 0..1"),
            (Many, "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5"),
        ],
        integers: &[One, Many, Other],
    },
    RuleSet {
        tags: "ru uk",
        rules: &[
            (One, "v = 0 and i % 10 = 1 and i % 100 != 11"),
            (Few, "v = 0 and i % 10 = 2..4 and i % 100 != 12..14"),
            (Many, "v = 0 and i % 10 = 0 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 11..14"),
        ],
        integers: &[One, Few, Many],
    },
    RuleSet {
        tags: "sgs",
        rules: &[
            (One, "n % 10 = 1 and n % 100 != 11"),
            (Two, "n = 2"),
            (Few, "n != 2 and n % 10 = 2..9 and n % 100 != 11..19"),
            (Many, "f != 0"),
        ],
        integers: &[One, Two, Few, Other],
    },
    RuleSet {
        tags: "shi",
        rules: &[
            (One, "i = 0 or n = 1"),
            (Few, "n = 2..10"),
        ],
        integers: &[One, Few, Other],
    },
    RuleSet {
        tags: "si",
        rules: &[
            (One, "n = 0,1 or i = 0 and f = 1"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "sl",
        rules: &[
            (One, "v = 0 and i % 100 = 1"),
            (Two, "v = 0 and i % 100 = 2"),
            (Few, "v = 0 and i % 100 = 3..4 or v != 0"),
        ],
        integers: &[One, Two, Few, Other],
    },
    RuleSet {
        tags: "tzm",
        rules: &[
            (One, "n = 0..1 or n = 11..99"),
        ],
        integers: &[One, Other],
    },
];

pub(super) static ORDINAL: &[RuleSet] = &[
    RuleSet {
        tags: "af am an ar ast bg bs ce cs cv da de dsb el es et eu fa fi fy gl gsw he hr hsb ia id ie is \
               ja km kn ko ky lt lv ml mn my nb nl no pa pl prg ps pt ru sd sh si sk sl sr sw ta te th \
               tpi tr und ur uz yue zh zu",
        rules: &[],
        integers: &[Other],
    },
    RuleSet {
        tags: "as bn",
        rules: &[
            (One, "n = 1,5,7,8,9,10"),
            (Two, "n = 2,3"),
            (Few, "n = 4"),
            (Many, "n = 6"),
        ],
        integers: &[One, Two, Few, Many, Other],
    },
    RuleSet {
        tags: "az",
        rules: &[
            (One, "i % 10 = 1,2,5,7,8 or i % 100 = 20,50,70,80"),
            (Few, "i % 10 = 3,4 or i % 1000 = 100,200,300,400,500,600,700,800,900"),
            (Many, "i = 0 or i % 10 = 6 or i % 100 = 40,60,90"),
        ],
        integers: &[One, Few, Many, Other],
    },
    RuleSet {
        tags: "bal fil fr ga hy lo mo ms ro tl vi",
        rules: &[
            (One, "n = 1"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "be",
        rules: &[
            (Few, "n % 10 = 2,3 and n % 100 != 12,13"),
        ],
        integers: &[Few, Other],
    },
    RuleSet {
        tags: "blo",
        rules: &[
            (Zero, "i = 0"),
            (One, "i = 1"),
            (Few, "i = 2,3,4,5,6"),
        ],
        integers: &[Zero, One, Few, Other],
    },
    RuleSet {
        tags: "ca",
        rules: &[
            (One, "n = 1,3"),
            (Two, "n = 2"),
            (Few, "n = 4"),
        ],
        integers: &[One, Two, Few, Other],
    },
    RuleSet {
        tags: "cy",
        rules: &[
            (Zero, "n = 0,7,8,9"),
            (One, "n = 1"),
            (Two, "n = 2"),
            (Few, "n = 3,4"),
            (Many, "n = 5,6"),
        ],
        integers: &[Zero, One, Two, Few, Many, Other],
    },
    RuleSet {
        tags: "en",
        rules: &[
            (One, "n % 10 = 1 and n % 100 != 11"),
            (Two, "n % 10 = 2 and n % 100 != 12"),
            (Few, "n % 10 = 3 and n % 100 != 13"),
        ],
        integers: &[One, Two, Few, Other],
    },
    RuleSet {
        tags: "gd",
        rules: &[
            (One, "n = 1,11"),
            (Two, "n = 2,12"),
            (Few, "n = 3,13"),
        ],
        integers: &[One, Two, Few, Other],
    },
    RuleSet {
        tags: "gu hi",
        rules: &[
            (One, "n = 1"),
            (Two, "n = 2,3"),
            (Few, "n = 4"),
            (Many, "n = 6"),
        ],
        integers: &[One, Two, Few, Many, Other],
    },
    RuleSet {
        tags: "hu",
        rules: &[
            (One, "n = 1,5"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "it lld sc vec",
        rules: &[
            (Many, "n = 11,8,80,800"),
        ],
        integers: &[Many, Other],
    },
    RuleSet {
        tags: "ka",
        rules: &[
            (One, "i = 1"),
            (Many, "i = 0 or i % 100 = 2..20,40,60,80"),
        ],
        integers: &[One, Many, Other],
    },
    RuleSet {
        tags: "kk",
        rules: &[
            (Many, "n % 10 = 6 or n % 10 = 9 or n % 10 = 0 and n != 0"),
        ],
        integers: &[Many, Other],
    },
    RuleSet {
        tags: "kok kok-Latn mr",
        rules: &[
            (One, "n = 1"),
            (Two, "n = 2,3"),
            (Few, "n = 4"),
        ],
        integers: &[One, Two, Few, Other],
    },
    RuleSet {
        tags: "kw",
        rules: &[
            (One, "n = 1..4 or n % 100 = 1..4,21..24,41..44,61..64,81..84"),
            (Many, "n = 5 or n % 100 = 5"),
        ],
        integers: &[One, Many, Other],
    },
    RuleSet {
        tags: "lij scn",
        rules: &[
            (Many, "n = 11,8,80..89,800..899"),
        ],
        integers: &[Many, Other],
    },
    RuleSet {
        tags: "mk",
        rules: &[
            (One, "i % 10 = 1 and i % 100 != 11"),
            (Two, "i % 10 = 2 and i % 100 != 12"),
            (Many, "i % 10 = 7,8 and i % 100 != 17,18"),
        ],
        integers: &[One, Two, Many, Other],
    },
    RuleSet {
        tags: "ne",
        rules: &[
            (One, "n = 1..4"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "or",
        rules: &[
            (One, "n = 1,5,7..9"),
            (Two, "n = 2,3"),
            (Few, "n = 4"),
            (Many, "n = 6"),
        ],
        integers: &[One, Two, Few, Many, Other],
    },
    RuleSet {
        tags: "sq",
        rules: &[
            (One, "n = 1"),
            (Many, "n % 10 = 4 and n % 100 != 14"),
        ],
        integers: &[One, Many, Other],
    },
    RuleSet {
        tags: "sv",
        rules: &[
            (One, "n % 10 = 1,2 and n % 100 != 11,12"),
        ],
        integers: &[One, Other],
    },
    RuleSet {
        tags: "tk",
        rules: &[
            (Few, "n % 10 = 6,9 or n = 10"),
        ],
        integers: &[Few, Other],
    },
    RuleSet {
        tags: "uk",
        rules: &[
            (Few, "n % 10 = 3 and n % 100 != 13"),
        ],
        integers: &[Few, Other],
    },
];
