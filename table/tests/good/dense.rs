/**

# Dense codes

| value | symbol | status | name |
|---|---|---|---|
| -3 | `C_MINUS_3` | assigned | code -3 |
| -2 | `C_MINUS_2` | assigned | code -2 |
| 0 | `C_0` | assigned | code 0 |
| 1 | `C_1` | assigned | code 1 |
| 2 | `C_2` | assigned | code 2 |
| 3 | `C_3` | assigned | code 3 |
| 4–100 | `REST` | unassigned | the rest |
| 5 | `C_5` | assigned | code 5 |
| 6 | `C_6` | assigned | code 6 |
| 8 | `C_8` | assigned | code 8 |
| 9 | `C_9` | assigned | code 9 |
| 10 | `C_10` | assigned | code 10 |
| 11 | `C_11` | assigned | code 11 |
| 12 | `C_12` | assigned | code 12 |
| 13 | `C_13` | assigned | code 13 |
| 14 | `C_14` | assigned | code 14 |
| 15 | `C_15` | assigned | code 15 |
| 16 | `C_16` | assigned | code 16 |
| 17 | `C_17` | assigned | code 17 |
| 18 | `C_18` | assigned | code 18 |
| 19 | `C_19` | assigned | code 19 |
| 20 | `C_20` | assigned | code 20 |
| 21 | `C_21` | assigned | code 21 |
| 22 | `C_22` | assigned | code 22 |
| 24 | `C_24` | assigned | code 24 |
| 25 | `C_25` | assigned | code 25 |
| 26 | `C_26` | assigned | code 26 |
| 27 | `C_27` | assigned | code 27 |
| 28 | `C_28` | assigned | code 28 |
| 29 | `C_29` | assigned | code 29 |
| 30 | `C_30` | assigned | code 30 |
| 31 | `C_31` | assigned | code 31 |
| 32 | `C_32` | assigned | code 32 |
| 33 | `C_33` | assigned | code 33 |
| 34 | `C_34` | assigned | code 34 |
| 35 | `C_35` | assigned | code 35 |
| 36 | `C_36` | assigned | code 36 |
| 37 | `C_37` | assigned | code 37 |
| 38 | `C_38` | assigned | code 38 |
| 39 | `C_39` | assigned | code 39 |
| 40 | `C_40` | assigned | code 40 |
| 41 | `C_41` | assigned | code 41 |
| 42 | `C_42` | assigned | code 42 |
| 43 | `C_43` | assigned | code 43 |
| 44 | `C_44` | assigned | code 44 |
| 45 | `C_45` | assigned | code 45 |
| 46 | `C_46` | assigned | code 46 |
| 47 | `C_47` | assigned | code 47 |
| 48 | `C_48` | assigned | code 48 |
| 49 | `C_49` | assigned | code 49 |
| 53 | `C_53` | assigned | code 53 |
| 54 | `C_54` | assigned | code 54 |
| 55 | `C_55` | assigned | code 55 |
| 56 | `C_56` | assigned | code 56 |
| 57 | `C_57` | assigned | code 57 |
| 58 | `C_58` | assigned | code 58 |
| 59 | `C_59` | assigned | code 59 |
| 60 | `C_60` | assigned | code 60 |
| 61 | `C_61` | assigned | code 61 |
| 62 | `C_62` | assigned | code 62 |
| 63 | `C_63` | assigned | code 63 |
| 64 | `C_64` | assigned | code 64 |
| 65 | `C_65` | assigned | code 65 |
| 66 | `C_66` | assigned | code 66 |
| 67 | `C_67` | assigned | code 67 |
| 68 | `C_68` | assigned | code 68 |
| 69 | `C_69` | assigned | code 69 |
| 70 | `C_70` | assigned | code 70 |
| 71 | `C_71` | assigned | code 71 |
| 72 | `C_72` | assigned | code 72 |
| 73 | `C_73` | assigned | code 73 |
| 74 | `C_74` | assigned | code 74 |
| 75 | `C_75` | assigned | code 75 |
| 76 | `C_76` | assigned | code 76 |
| 77 | `C_77` | assigned | code 77 |
| 78 | `C_78` | assigned | code 78 |
| 79 | `C_79` | assigned | code 79 |
*/
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
)]
#[allow(deprecated, non_camel_case_types, clippy::all, clippy::pedantic)]
pub enum Code {
    /**-3 `C_MINUS_3`: code -3

- en: code -3

Status: assigned.
*/
    CMinus3,
    /**-2 `C_MINUS_2`: code -2

- en: code -2

Status: assigned.
*/
    CMinus2,
    /**0 `C_0`: code 0

- en: code 0

Status: assigned.
*/
    C0,
    /**1 `C_1`: code 1

- en: code 1

Status: assigned.
*/
    C1,
    /**2 `C_2`: code 2

- en: code 2

Status: assigned.
*/
    C2,
    /**3 `C_3`: code 3

- en: code 3

Status: assigned.
*/
    C3,
    /**4–100 `REST`: the rest

- en: the rest

Status: unassigned.
*/
    Rest(::code_registry::InRange<Code, 4>),
    /**5 `C_5`: code 5

- en: code 5

Status: assigned.
*/
    C5,
    /**6 `C_6`: code 6

- en: code 6

Status: assigned.
*/
    C6,
    /**8 `C_8`: code 8

- en: code 8

Status: assigned.
*/
    C8,
    /**9 `C_9`: code 9

- en: code 9

Status: assigned.
*/
    C9,
    /**10 `C_10`: code 10

- en: code 10

Status: assigned.
*/
    C10,
    /**11 `C_11`: code 11

- en: code 11

Status: assigned.
*/
    C11,
    /**12 `C_12`: code 12

- en: code 12

Status: assigned.
*/
    C12,
    /**13 `C_13`: code 13

- en: code 13

Status: assigned.
*/
    C13,
    /**14 `C_14`: code 14

- en: code 14

Status: assigned.
*/
    C14,
    /**15 `C_15`: code 15

- en: code 15

Status: assigned.
*/
    C15,
    /**16 `C_16`: code 16

- en: code 16

Status: assigned.
*/
    C16,
    /**17 `C_17`: code 17

- en: code 17

Status: assigned.
*/
    C17,
    /**18 `C_18`: code 18

- en: code 18

Status: assigned.
*/
    C18,
    /**19 `C_19`: code 19

- en: code 19

Status: assigned.
*/
    C19,
    /**20 `C_20`: code 20

- en: code 20

Status: assigned.
*/
    C20,
    /**21 `C_21`: code 21

- en: code 21

Status: assigned.
*/
    C21,
    /**22 `C_22`: code 22

- en: code 22

Status: assigned.
*/
    C22,
    /**24 `C_24`: code 24

- en: code 24

Status: assigned.
*/
    C24,
    /**25 `C_25`: code 25

- en: code 25

Status: assigned.
*/
    C25,
    /**26 `C_26`: code 26

- en: code 26

Status: assigned.
*/
    C26,
    /**27 `C_27`: code 27

- en: code 27

Status: assigned.
*/
    C27,
    /**28 `C_28`: code 28

- en: code 28

Status: assigned.
*/
    C28,
    /**29 `C_29`: code 29

- en: code 29

Status: assigned.
*/
    C29,
    /**30 `C_30`: code 30

- en: code 30

Status: assigned.
*/
    C30,
    /**31 `C_31`: code 31

- en: code 31

Status: assigned.
*/
    C31,
    /**32 `C_32`: code 32

- en: code 32

Status: assigned.
*/
    C32,
    /**33 `C_33`: code 33

- en: code 33

Status: assigned.
*/
    C33,
    /**34 `C_34`: code 34

- en: code 34

Status: assigned.
*/
    C34,
    /**35 `C_35`: code 35

- en: code 35

Status: assigned.
*/
    C35,
    /**36 `C_36`: code 36

- en: code 36

Status: assigned.
*/
    C36,
    /**37 `C_37`: code 37

- en: code 37

Status: assigned.
*/
    C37,
    /**38 `C_38`: code 38

- en: code 38

Status: assigned.
*/
    C38,
    /**39 `C_39`: code 39

- en: code 39

Status: assigned.
*/
    C39,
    /**40 `C_40`: code 40

- en: code 40

Status: assigned.
*/
    C40,
    /**41 `C_41`: code 41

- en: code 41

Status: assigned.
*/
    C41,
    /**42 `C_42`: code 42

- en: code 42

Status: assigned.
*/
    C42,
    /**43 `C_43`: code 43

- en: code 43

Status: assigned.
*/
    C43,
    /**44 `C_44`: code 44

- en: code 44

Status: assigned.
*/
    C44,
    /**45 `C_45`: code 45

- en: code 45

Status: assigned.
*/
    C45,
    /**46 `C_46`: code 46

- en: code 46

Status: assigned.
*/
    C46,
    /**47 `C_47`: code 47

- en: code 47

Status: assigned.
*/
    C47,
    /**48 `C_48`: code 48

- en: code 48

Status: assigned.
*/
    C48,
    /**49 `C_49`: code 49

- en: code 49

Status: assigned.
*/
    C49,
    /**53 `C_53`: code 53

- en: code 53

Status: assigned.
*/
    C53,
    /**54 `C_54`: code 54

- en: code 54

Status: assigned.
*/
    C54,
    /**55 `C_55`: code 55

- en: code 55

Status: assigned.
*/
    C55,
    /**56 `C_56`: code 56

- en: code 56

Status: assigned.
*/
    C56,
    /**57 `C_57`: code 57

- en: code 57

Status: assigned.
*/
    C57,
    /**58 `C_58`: code 58

- en: code 58

Status: assigned.
*/
    C58,
    /**59 `C_59`: code 59

- en: code 59

Status: assigned.
*/
    C59,
    /**60 `C_60`: code 60

- en: code 60

Status: assigned.
*/
    C60,
    /**61 `C_61`: code 61

- en: code 61

Status: assigned.
*/
    C61,
    /**62 `C_62`: code 62

- en: code 62

Status: assigned.
*/
    C62,
    /**63 `C_63`: code 63

- en: code 63

Status: assigned.
*/
    C63,
    /**64 `C_64`: code 64

- en: code 64

Status: assigned.
*/
    C64,
    /**65 `C_65`: code 65

- en: code 65

Status: assigned.
*/
    C65,
    /**66 `C_66`: code 66

- en: code 66

Status: assigned.
*/
    C66,
    /**67 `C_67`: code 67

- en: code 67

Status: assigned.
*/
    C67,
    /**68 `C_68`: code 68

- en: code 68

Status: assigned.
*/
    C68,
    /**69 `C_69`: code 69

- en: code 69

Status: assigned.
*/
    C69,
    /**70 `C_70`: code 70

- en: code 70

Status: assigned.
*/
    C70,
    /**71 `C_71`: code 71

- en: code 71

Status: assigned.
*/
    C71,
    /**72 `C_72`: code 72

- en: code 72

Status: assigned.
*/
    C72,
    /**73 `C_73`: code 73

- en: code 73

Status: assigned.
*/
    C73,
    /**74 `C_74`: code 74

- en: code 74

Status: assigned.
*/
    C74,
    /**75 `C_75`: code 75

- en: code 75

Status: assigned.
*/
    C75,
    /**76 `C_76`: code 76

- en: code 76

Status: assigned.
*/
    C76,
    /**77 `C_77`: code 77

- en: code 77

Status: assigned.
*/
    C77,
    /**78 `C_78`: code 78

- en: code 78

Status: assigned.
*/
    C78,
    /**79 `C_79`: code 79

- en: code 79

Status: assigned.
*/
    C79,
    ///A value that no row of the table covers.
    Other(::code_registry::Unlisted<Code>),
}
::code_registry::__contract! {
    ($) [#[macro_export]] [pub] Code __Code_generated
    r"i8	en	Other	0
77
code	usable	-3	-3		CMinus3	C_MINUS_3	n0
code	usable	-2	-2		CMinus2	C_MINUS_2	n0
code	usable	0	0		C0	C_0	n0
code	usable	1	1		C1	C_1	n0
code	usable	2	2		C2	C_2	n0
code	usable	3	3		C3	C_3	n0
range	usable	4	100		Rest	REST	n0
code	usable	5	5	6	C5	C_5	n0
code	usable	6	6	6	C6	C_6	n0
code	usable	8	8	6	C8	C_8	n0
code	usable	9	9	6	C9	C_9	n0
code	usable	10	10	6	C10	C_10	n0
code	usable	11	11	6	C11	C_11	n0
code	usable	12	12	6	C12	C_12	n0
code	usable	13	13	6	C13	C_13	n0
code	usable	14	14	6	C14	C_14	n0
code	usable	15	15	6	C15	C_15	n0
code	usable	16	16	6	C16	C_16	n0
code	usable	17	17	6	C17	C_17	n0
code	usable	18	18	6	C18	C_18	n0
code	usable	19	19	6	C19	C_19	n0
code	usable	20	20	6	C20	C_20	n0
code	usable	21	21	6	C21	C_21	n0
code	usable	22	22	6	C22	C_22	n0
code	usable	24	24	6	C24	C_24	n0
code	usable	25	25	6	C25	C_25	n0
code	usable	26	26	6	C26	C_26	n0
code	usable	27	27	6	C27	C_27	n0
code	usable	28	28	6	C28	C_28	n0
code	usable	29	29	6	C29	C_29	n0
code	usable	30	30	6	C30	C_30	n0
code	usable	31	31	6	C31	C_31	n0
code	usable	32	32	6	C32	C_32	n0
code	usable	33	33	6	C33	C_33	n0
code	usable	34	34	6	C34	C_34	n0
code	usable	35	35	6	C35	C_35	n0
code	usable	36	36	6	C36	C_36	n0
code	usable	37	37	6	C37	C_37	n0
code	usable	38	38	6	C38	C_38	n0
code	usable	39	39	6	C39	C_39	n0
code	usable	40	40	6	C40	C_40	n0
code	usable	41	41	6	C41	C_41	n0
code	usable	42	42	6	C42	C_42	n0
code	usable	43	43	6	C43	C_43	n0
code	usable	44	44	6	C44	C_44	n0
code	usable	45	45	6	C45	C_45	n0
code	usable	46	46	6	C46	C_46	n0
code	usable	47	47	6	C47	C_47	n0
code	usable	48	48	6	C48	C_48	n0
code	usable	49	49	6	C49	C_49	n0
code	usable	53	53	6	C53	C_53	n0
code	usable	54	54	6	C54	C_54	n0
code	usable	55	55	6	C55	C_55	n0
code	usable	56	56	6	C56	C_56	n0
code	usable	57	57	6	C57	C_57	n0
code	usable	58	58	6	C58	C_58	n0
code	usable	59	59	6	C59	C_59	n0
code	usable	60	60	6	C60	C_60	n0
code	usable	61	61	6	C61	C_61	n0
code	usable	62	62	6	C62	C_62	n0
code	usable	63	63	6	C63	C_63	n0
code	usable	64	64	6	C64	C_64	n0
code	usable	65	65	6	C65	C_65	n0
code	usable	66	66	6	C66	C_66	n0
code	usable	67	67	6	C67	C_67	n0
code	usable	68	68	6	C68	C_68	n0
code	usable	69	69	6	C69	C_69	n0
code	usable	70	70	6	C70	C_70	n0
code	usable	71	71	6	C71	C_71	n0
code	usable	72	72	6	C72	C_72	n0
code	usable	73	73	6	C73	C_73	n0
code	usable	74	74	6	C74	C_74	n0
code	usable	75	75	6	C75	C_75	n0
code	usable	76	76	6	C76	C_76	n0
code	usable	77	77	6	C77	C_77	n0
code	usable	78	78	6	C78	C_78	n0
code	usable	79	79	6	C79	C_79	n0
C0	2
C1	3
C10	11
C11	12
C12	13
C13	14
C14	15
C15	16
C16	17
C17	18
C18	19
C19	20
C2	4
C20	21
C21	22
C22	23
C24	24
C25	25
C26	26
C27	27
C28	28
C29	29
C3	5
C30	30
C31	31
C32	32
C33	33
C34	34
C35	35
C36	36
C37	37
C38	38
C39	39
C40	40
C41	41
C42	42
C43	43
C44	44
C45	45
C46	46
C47	47
C48	48
C49	49
C5	7
C53	50
C54	51
C55	52
C56	53
C57	54
C58	55
C59	56
C6	8
C60	57
C61	58
C62	59
C63	60
C64	61
C65	62
C66	63
C67	64
C68	65
C69	66
C70	67
C71	68
C72	69
C73	70
C74	71
C75	72
C76	73
C77	74
C78	75
C79	76
C8	9
C9	10
CMinus2	1
CMinus3	0
C_0	2
C_1	3
C_10	11
C_11	12
C_12	13
C_13	14
C_14	15
C_15	16
C_16	17
C_17	18
C_18	19
C_19	20
C_2	4
C_20	21
C_21	22
C_22	23
C_24	24
C_25	25
C_26	26
C_27	27
C_28	28
C_29	29
C_3	5
C_30	30
C_31	31
C_32	32
C_33	33
C_34	34
C_35	35
C_36	36
C_37	37
C_38	38
C_39	39
C_40	40
C_41	41
C_42	42
C_43	43
C_44	44
C_45	45
C_46	46
C_47	47
C_48	48
C_49	49
C_5	7
C_53	50
C_54	51
C_55	52
C_56	53
C_57	54
C_58	55
C_59	56
C_6	8
C_60	57
C_61	58
C_62	59
C_63	60
C_64	61
C_65	62
C_66	63
C_67	64
C_68	65
C_69	66
C_70	67
C_71	68
C_72	69
C_73	70
C_74	71
C_75	72
C_76	73
C_77	74
C_78	75
C_79	76
C_8	9
C_9	10
C_MINUS_2	1
C_MINUS_3	0
REST	6
Rest	6"
}
#[allow(
    deprecated,
    dead_code,
    missing_debug_implementations,
    non_upper_case_globals,
    unreachable_patterns,
    clippy::all,
    clippy::pedantic,
)]
const _: () = {
    use ::code_registry::__private as __rt;
    static TAGS: [::code_registry::Language; 1usize] = [
        match ::code_registry::Language::new("en") {
            ::core::option::Option::Some(language) => language,
            ::core::option::Option::None => {
                ::core::panic!("a table's tags are well-formed")
            }
        },
    ];
    static SLOTS: __rt::SlotArrays<4usize> = __rt::SlotArrays::new(&TAGS);
    static LANGUAGES: __rt::Languages = __rt::Languages {
        tags: &TAGS,
        slots: SLOTS.as_slots(),
        chains: &[&[0]],
        speech: &[
            __rt::Speech {
                right_to_left: false,
                cardinal: b"\xFF\xFB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\x05\xFF\x01\0\x01\xFB\xFF\0\0",
                ordinal: b"\xFF\xFB\xFC\xFD\xFF\xFF\xFF\xFF\xFF\xFF\x08\x05\x14\x01\0\x04\n\x14\0\0\x10\x0F\xFB\x0B\0\x04\x14\xFB\0\0\x08\x19(\x02\0\x04\x1E(\0\0\x10#\xFC\x0C\0\x04(\xFC\0\0\x08-\xFF\x03\0\x042\xFF\0\0\x107\xFD\r\0\x04\xFF\xFD\0\0",
            },
        ],
    };
    static CATALOGS: __rt::Catalogs = __rt::Catalogs::new();
    #[inline]
    fn catalogs() -> &'static __rt::Catalogs {
        &CATALOGS
    }
    static FIRSTS: [::core::primitive::i8; 77usize] = [
        -3,
        -2,
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        24,
        25,
        26,
        27,
        28,
        29,
        30,
        31,
        32,
        33,
        34,
        35,
        36,
        37,
        38,
        39,
        40,
        41,
        42,
        43,
        44,
        45,
        46,
        47,
        48,
        49,
        53,
        54,
        55,
        56,
        57,
        58,
        59,
        60,
        61,
        62,
        63,
        64,
        65,
        66,
        67,
        68,
        69,
        70,
        71,
        72,
        73,
        74,
        75,
        76,
        77,
        78,
        79,
    ];
    static RANGES: [(u32, ::core::primitive::i8, i128); 1usize] = [(6, 100, 4)];
    static EXTENTS: __rt::Extents<::core::primitive::i8> = __rt::Extents {
        firsts: &FIRSTS,
        ranges: &RANGES,
    };
    static STATUSES: __rt::Property<::code_registry::Status> = __rt::Property {
        values: &[
            ::code_registry::Status::Assigned,
            ::code_registry::Status::Unassigned,
        ],
        ids: __rt::Numbers::new(
            1usize,
            b"\0\0\0\0\0\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01",
        ),
    };
    static REFERENCES: __rt::Property<&'static [&'static str]> = __rt::Property {
        values: &[&[]],
        ids: __rt::Numbers::new(1usize, b""),
    };
    static NOTE_FIRSTS: __rt::Numbers = __rt::Numbers::new(1usize, b"");
    static SYMBOLS: __rt::Strings = __rt::Strings {
        texts: "C_MINUS_3C_MINUS_2C_0C_1C_2C_3RESTC_5C_6C_8C_9C_10C_11C_12C_13C_14C_15C_16C_17C_18C_19C_20C_21C_22C_24C_25C_26C_27C_28C_29C_30C_31C_32C_33C_34C_35C_36C_37C_38C_39C_40C_41C_42C_43C_44C_45C_46C_47C_48C_49C_53C_54C_55C_56C_57C_58C_59C_60C_61C_62C_63C_64C_65C_66C_67C_68C_69C_70C_71C_72C_73C_74C_75C_76C_77C_78C_79Other",
        shift: 7u32,
        blocks: __rt::Numbers::new(1usize, b""),
        starts: b"\0\0\t\0\x12\0\x15\0\x18\0\x1B\0\x1E\0\"\0%\0(\0+\0.\x002\x006\0:\0>\0B\0F\0J\0N\0R\0V\0Z\0^\0b\0f\0j\0n\0r\0v\0z\0~\0\x82\0\x86\0\x8A\0\x8E\0\x92\0\x96\0\x9A\0\x9E\0\xA2\0\xA6\0\xAA\0\xAE\0\xB2\0\xB6\0\xBA\0\xBE\0\xC2\0\xC6\0\xCA\0\xCE\0\xD2\0\xD6\0\xDA\0\xDE\0\xE2\0\xE6\0\xEA\0\xEE\0\xF2\0\xF6\0\xFA\0\xFE\0\x02\x01\x06\x01\n\x01\x0E\x01\x12\x01\x16\x01\x1A\x01\x1E\x01\"\x01&\x01*\x01.\x012\x016\x01;\x01",
    };
    static VARIANTS: __rt::Strings = __rt::Strings {
        texts: "CMinus3CMinus2C0C1C2C3RestC5C6C8C9C10C11C12C13C14C15C16C17C18C19C20C21C22C24C25C26C27C28C29C30C31C32C33C34C35C36C37C38C39C40C41C42C43C44C45C46C47C48C49C53C54C55C56C57C58C59C60C61C62C63C64C65C66C67C68C69C70C71C72C73C74C75C76C77C78C79Other",
        shift: 7u32,
        blocks: __rt::Numbers::new(1usize, b""),
        starts: b"\0\0\x07\0\x0E\0\x10\0\x12\0\x14\0\x16\0\x1A\0\x1C\0\x1E\0 \0\"\0%\0(\0+\0.\x001\x004\x007\0:\0=\0@\0C\0F\0I\0L\0O\0R\0U\0X\0[\0^\0a\0d\0g\0j\0m\0p\0s\0v\0y\0|\0\x7F\0\x82\0\x85\0\x88\0\x8B\0\x8E\0\x91\0\x94\0\x97\0\x9A\0\x9D\0\xA0\0\xA3\0\xA6\0\xA9\0\xAC\0\xAF\0\xB2\0\xB5\0\xB8\0\xBB\0\xBE\0\xC1\0\xC4\0\xC7\0\xCA\0\xCD\0\xD0\0\xD3\0\xD6\0\xD9\0\xDC\0\xDF\0\xE2\0\xE5\0\xE8\0\xED\0",
    };
    static OF_NAME: __rt::Names = __rt::Names {
        slots: __rt::Numbers::new(
            1usize,
            b"\0\0\0\x95\0\0g#Y:DK\x11\x18z\x88\0\0\0\0\0\0\0\0\0\0R\x7F\x98\0(\0j\0\x004F\x84\x08\x0B\x92\0\0b\0\0\0\x87\0\0\0!5SmE\x16t\x1E\0p\0\0\0\x97\0O\x13\0c\0}X\0\0\x91\0\0;\x17]6\x12?\x05@\x8C\0\0\0\0\0\0\0\0-'P^\x83~\0$\0n\0\0\0\x96\0\x0C\0\0\0\0\0s\0\0\x93\0\0\0%1WiI\x0FB\x1Ax\0o\0\0\0\0\0\0\0\0\0\x81T\0*\0\0\0\0\x1B2L\x06C\t\x90\0\0d\0\0\0\x03\x8D\x007\x82QZ\x14\0\0 \0r\0\0.\0\0M\0\0\0a\x04w\x01\0\x8F\0\0\0\x19[e<=\x10>\x8A\0\0\0\0\0\0\0\0\0)/N\x85`|\x9A&\0h\x000H\x86\n\x94\0\0\0\0u\0\0\0\x89\0\x003\x1FUkvG\0\x1C\0\0\0q\0\0\x99\0\x15\0\0\0V{\0\0\0\0f\0\x1D9_8A\x07J\x8E\0\0\0\0\0\x8B\0\0\0+\x80\0\\\0\0\0\"\0l\0,\0\0\0\0\0\0\0\x02y",
        ),
        count: 305usize,
        symbols: &SYMBOLS,
        variants: &VARIANTS,
        rows: 77usize,
        aliases: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        alias_rows: __rt::Numbers::new(1usize, b""),
    };
    static NAMES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "code -3code -2code 0code 1code 2code 3the restcode 5code 6code 8code 9code 10code 11code 12code 13code 14code 15code 16code 17code 18code 19code 20code 21code 22code 24code 25code 26code 27code 28code 29code 30code 31code 32code 33code 34code 35code 36code 37code 38code 39code 40code 41code 42code 43code 44code 45code 46code 47code 48code 49code 53code 54code 55code 56code 57code 58code 59code 60code 61code 62code 63code 64code 65code 66code 67code 68code 69code 70code 71code 72code 73code 74code 75code 76code 77code 78code 79Unlisted value",
            shift: 7u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\x07\0\x0E\0\x14\0\x1A\0 \0&\0.\x004\0:\0@\0F\0M\0T\0[\0b\0i\0p\0w\0~\0\x85\0\x8C\0\x93\0\x9A\0\xA1\0\xA8\0\xAF\0\xB6\0\xBD\0\xC4\0\xCB\0\xD2\0\xD9\0\xE0\0\xE7\0\xEE\0\xF5\0\xFC\0\x03\x01\n\x01\x11\x01\x18\x01\x1F\x01&\x01-\x014\x01;\x01B\x01I\x01P\x01W\x01^\x01e\x01l\x01s\x01z\x01\x81\x01\x88\x01\x8F\x01\x96\x01\x9D\x01\xA4\x01\xAB\x01\xB2\x01\xB9\x01\xC0\x01\xC7\x01\xCE\x01\xD5\x01\xDC\x01\xE3\x01\xEA\x01\xF1\x01\xF8\x01\xFF\x01\x06\x02\r\x02\x14\x02\"\x02",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    static DESCRIPTIONS: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "The table has no entry for this value.",
            shift: 1u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\0\0&\0",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(
            1usize,
            b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01",
        ),
    };
    static MESSAGES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(
            1usize,
            b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        ),
    };
    static HELP: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(
            1usize,
            b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        ),
    };
    static NOTES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    const fn part_0(value: ::core::primitive::i8) -> Code {
        match value {
            4..=100 => Code::Rest(::code_registry::InRange::with_key(value, &__Key(()))),
            _ => Code::Other(::code_registry::Unlisted::with_key(value, &__Key(()))),
        }
    }
    static INDEX: __rt::Numbers = __rt::Numbers::new(
        1usize,
        b"\0\x01M\x02\x03\x04\x05\x06\x07\x08\x06\t\n\x0B\x0C\r\x0E\x0F\x10\x11\x12\x13\x14\x15\x16\x17\x06\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F !\"#$%&'()*+,-./01\x06\x06\x0623456789:;<=>?@ABCDEFGHIJKL",
    );
    const fn row_part_0(
        row: ::core::primitive::usize,
        value: ::core::primitive::i8,
    ) -> Code {
        match row {
            0 => Code::CMinus3,
            1 => Code::CMinus2,
            2 => Code::C0,
            3 => Code::C1,
            4 => Code::C2,
            5 => Code::C3,
            6 => Code::Rest(::code_registry::InRange::with_key(value, &__Key(()))),
            7 => Code::C5,
            8 => Code::C6,
            9 => Code::C8,
            10 => Code::C9,
            11 => Code::C10,
            12 => Code::C11,
            13 => Code::C12,
            14 => Code::C13,
            15 => Code::C14,
            16 => Code::C15,
            17 => Code::C16,
            18 => Code::C17,
            19 => Code::C18,
            20 => Code::C19,
            21 => Code::C20,
            22 => Code::C21,
            23 => Code::C22,
            24 => Code::C24,
            25 => Code::C25,
            26 => Code::C26,
            27 => Code::C27,
            28 => Code::C28,
            29 => Code::C29,
            30 => Code::C30,
            31 => Code::C31,
            32 => Code::C32,
            33 => Code::C33,
            34 => Code::C34,
            35 => Code::C35,
            36 => Code::C36,
            37 => Code::C37,
            38 => Code::C38,
            39 => Code::C39,
            40 => Code::C40,
            41 => Code::C41,
            42 => Code::C42,
            43 => Code::C43,
            44 => Code::C44,
            45 => Code::C45,
            46 => Code::C46,
            47 => Code::C47,
            48 => Code::C48,
            49 => Code::C49,
            50 => Code::C53,
            51 => Code::C54,
            52 => Code::C55,
            53 => Code::C56,
            54 => Code::C57,
            55 => Code::C58,
            56 => Code::C59,
            57 => Code::C60,
            58 => Code::C61,
            59 => Code::C62,
            60 => Code::C63,
            61 => Code::C64,
            62 => Code::C65,
            63 => Code::C66,
            64 => Code::C67,
            65 => Code::C68,
            66 => Code::C69,
            67 => Code::C70,
            68 => Code::C71,
            69 => Code::C72,
            70 => Code::C73,
            71 => Code::C74,
            72 => Code::C75,
            73 => Code::C76,
            74 => Code::C77,
            75 => Code::C78,
            76 => Code::C79,
            _ => Code::Other(::code_registry::Unlisted::with_key(value, &__Key(()))),
        }
    }
    const fn of_row(
        row: ::core::primitive::usize,
        value: ::core::primitive::i8,
    ) -> Code {
        row_part_0(row, value)
    }
    const fn of_value(value: ::core::primitive::i8) -> Code {
        match value {
            -3..=79 => {
                return of_row(
                    INDEX.get(value.abs_diff(-3) as ::core::primitive::usize),
                    value,
                );
            }
            _ => {}
        }
        part_0(value)
    }
    #[inline]
    const fn row(code: Code) -> usize {
        match code {
            Code::CMinus3 => 0,
            Code::CMinus2 => 1,
            Code::C0 => 2,
            Code::C1 => 3,
            Code::C2 => 4,
            Code::C3 => 5,
            Code::Rest(_) => 6,
            Code::C5 => 7,
            Code::C6 => 8,
            Code::C8 => 9,
            Code::C9 => 10,
            Code::C10 => 11,
            Code::C11 => 12,
            Code::C12 => 13,
            Code::C13 => 14,
            Code::C14 => 15,
            Code::C15 => 16,
            Code::C16 => 17,
            Code::C17 => 18,
            Code::C18 => 19,
            Code::C19 => 20,
            Code::C20 => 21,
            Code::C21 => 22,
            Code::C22 => 23,
            Code::C24 => 24,
            Code::C25 => 25,
            Code::C26 => 26,
            Code::C27 => 27,
            Code::C28 => 28,
            Code::C29 => 29,
            Code::C30 => 30,
            Code::C31 => 31,
            Code::C32 => 32,
            Code::C33 => 33,
            Code::C34 => 34,
            Code::C35 => 35,
            Code::C36 => 36,
            Code::C37 => 37,
            Code::C38 => 38,
            Code::C39 => 39,
            Code::C40 => 40,
            Code::C41 => 41,
            Code::C42 => 42,
            Code::C43 => 43,
            Code::C44 => 44,
            Code::C45 => 45,
            Code::C46 => 46,
            Code::C47 => 47,
            Code::C48 => 48,
            Code::C49 => 49,
            Code::C53 => 50,
            Code::C54 => 51,
            Code::C55 => 52,
            Code::C56 => 53,
            Code::C57 => 54,
            Code::C58 => 55,
            Code::C59 => 56,
            Code::C60 => 57,
            Code::C61 => 58,
            Code::C62 => 59,
            Code::C63 => 60,
            Code::C64 => 61,
            Code::C65 => 62,
            Code::C66 => 63,
            Code::C67 => 64,
            Code::C68 => 65,
            Code::C69 => 66,
            Code::C70 => 67,
            Code::C71 => 68,
            Code::C72 => 69,
            Code::C73 => 70,
            Code::C74 => 71,
            Code::C75 => 72,
            Code::C76 => 73,
            Code::C77 => 74,
            Code::C78 => 75,
            Code::C79 => 76,
            Code::Other(_) => 77,
        }
    }
    impl Code {
        /// The languages compiled in; the first is the default language.
        pub const LANGUAGES: &'static [::code_registry::Language] = LANGUAGES.tags;
        ///The code or range that a value belongs to; none where nothing stands for it.
        #[inline]
        pub const fn from_value(
            value: ::core::primitive::i8,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(of_value(value))
        }
        /// The value.
        #[inline]
        pub const fn value(self) -> ::core::primitive::i8 {
            match self {
                Self::Rest(value) => value.get(),
                Self::Other(value) => value.get(),
                _ => FIRSTS[row(self)],
            }
        }
        /// The value as people see it: in the form that the table's `label` gives it.
        #[inline]
        pub fn label(self) -> ::code_registry::Label<Self> {
            <Self as ::code_registry::Code>::label(self)
        }
        /// The symbol as the table has it; the variant's name for an unlisted value.
        #[inline]
        pub const fn symbol(self) -> &'static str {
            SYMBOLS.get(row(self))
        }
        /// A short label.
        pub fn name(self, language: ::code_registry::Language) -> &'static str {
            <Self as ::code_registry::Code>::NAMES.get(row(self), language)
        }
        /// What the code means.
        pub fn description(self, language: ::code_registry::Language) -> &'static str {
            <Self as ::code_registry::Code>::DESCRIPTIONS.get(row(self), language)
        }
        /// What the reader can do.
        pub fn help(
            self,
            language: ::code_registry::Language,
        ) -> ::core::option::Option<&'static str> {
            <Self as ::code_registry::Code>::HELP.get_optional(row(self), language)
        }
        /// The notes, in the order of the table.
        pub fn notes(
            self,
            language: ::code_registry::Language,
        ) -> ::code_registry::Notes {
            <Self as ::code_registry::Code>::NOTES.get(row(self), language)
        }
        /// The message with arguments named at run time; one that is missing shows as `{name}`.
        #[inline]
        pub fn format<'a>(
            self,
            language: ::code_registry::Language,
            arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
        ) -> ::code_registry::Filled<'a, Self> {
            <Self as ::code_registry::Code>::format(self, language, arguments)
        }
        /// The code, to be shown in a language, whatever language is current.
        #[inline]
        pub fn localized(
            &self,
            language: ::code_registry::Language,
        ) -> ::code_registry::Localized<'_, Self> {
            <Self as ::code_registry::Localize>::localized(self, language)
        }
        /// The state of the value in its registry.
        #[inline]
        pub const fn status(self) -> ::code_registry::Status {
            STATUSES.get(row(self))
        }
        /// Where the code is defined: what its row says, else what the registry says.
        #[inline]
        pub const fn references(self) -> &'static [&'static str] {
            REFERENCES.get(row(self))
        }
        /// Every row of the table in numeric order, an outer range before what lies in it.
        #[inline]
        pub fn rows() -> ::code_registry::Rows<Self> {
            <Self as ::code_registry::Code>::rows()
        }
    }
    #[doc(hidden)]
    pub struct __Key(());
    #[automatically_derived]
    impl ::code_registry::Code for Code {
        type Value = ::core::primitive::i8;
        type Key = __Key;
        const LANGUAGES: &'static [::code_registry::Language] = LANGUAGES.tags;
        const NEAR: &'static [(::code_registry::Language, ::code_registry::Language)] = &__rt::near([
            ("hi-Latn", "en"),
        ]);
        const REGISTRY: &'static str = "Code";
        const LABEL: ::core::option::Option<&'static __rt::LabelForm> = ::core::option::Option::None;
        const EXTENTS: &'static __rt::Extents<::core::primitive::i8> = &EXTENTS;
        const SYMBOLS: &'static __rt::Strings = &SYMBOLS;
        const VARIANTS: &'static __rt::Strings = &VARIANTS;
        const STATUSES: &'static __rt::Property<::code_registry::Status> = &STATUSES;
        const REFERENCES: &'static __rt::Property<&'static [&'static str]> = &REFERENCES;
        const NAMES: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[(__rt::Topic::Name, &NAMES)],
            kind_of: __rt::Numbers::new(1usize, b""),
            is_plain: true,
            catalogs,
        };
        const DESCRIPTIONS: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[
                (__rt::Topic::Name, &NAMES),
                (__rt::Topic::Description, &DESCRIPTIONS),
            ],
            kind_of: __rt::Numbers::new(
                1usize,
                b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01",
            ),
            is_plain: false,
            catalogs,
        };
        const MESSAGES: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[
                (__rt::Topic::Name, &NAMES),
                (__rt::Topic::Description, &DESCRIPTIONS),
            ],
            kind_of: __rt::Numbers::new(
                1usize,
                b"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01",
            ),
            is_plain: false,
            catalogs,
        };
        const HELP: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[(__rt::Topic::Help, &HELP)],
            kind_of: __rt::Numbers::new(1usize, b""),
            is_plain: false,
            catalogs,
        };
        const NOTES: __rt::NoteTexts = __rt::NoteTexts {
            texts: __rt::Texts {
                languages: &LANGUAGES,
                kinds: &[(__rt::Topic::Note, &NOTES)],
                kind_of: __rt::Numbers::new(1usize, b""),
                is_plain: false,
                catalogs,
            },
            firsts: NOTE_FIRSTS,
        };
        #[inline]
        fn from_value(value: ::core::primitive::i8) -> ::core::option::Option<Self> {
            Self::from_value(value)
        }
        #[inline]
        fn value(self) -> ::core::primitive::i8 {
            Self::value(self)
        }
        fn row_of_name(name: &str) -> ::core::option::Option<usize> {
            OF_NAME.row(name)
        }
        fn description(self, language: ::code_registry::Language) -> &'static str {
            Self::description(self, language)
        }
        #[inline]
        fn row(self) -> usize {
            row(self)
        }
        ::code_registry::__contract_at_run_time! {
            __Code_generated
        }
    }
    #[automatically_derived]
    impl ::code_registry::Localize for Code {
        #[inline]
        fn fmt_in(
            &self,
            language: ::code_registry::Language,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::fmt_code(*self, ::core::option::Option::Some(language), f)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Code {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::fmt_code(*self, ::core::option::Option::None, f)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Code {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::fmt_debug(*self, f)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for Code {}
    #[automatically_derived]
    impl ::core::hash::Hash for Code {
        #[inline]
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            ::core::hash::Hash::hash(&self.value(), state);
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Ord for Code {
        #[inline]
        fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
            ::core::cmp::Ord::cmp(&self.value(), &other.value())
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialOrd for Code {
        #[inline]
        fn partial_cmp(
            &self,
            other: &Self,
        ) -> ::core::option::Option<::core::cmp::Ordering> {
            ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for Code {
        type Err = ::code_registry::UnknownCode;
        #[inline]
        fn from_str(
            text: &str,
        ) -> ::core::result::Result<Self, ::code_registry::UnknownCode> {
            __rt::parse(text)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<::core::primitive::i8> for Code {
        #[inline]
        fn from(value: ::core::primitive::i8) -> Self {
            of_value(value)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Code> for ::core::primitive::i8 {
        #[inline]
        fn from(code: Code) -> Self {
            code.value()
        }
    }
    ::code_registry::__serde! {
        Code Number true
    }
};
