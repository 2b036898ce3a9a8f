//! CLDR 48.2: aliases, likely subtags and parents of the languages that it has locales of. Generated from tests/cldr;
//! `UPDATE_EXPECT=1 cargo test -p code-registry-table --test locale_match` generates it again.
//!
//! Copyright © 2004-2026 Unicode, Inc. SPDX-License-Identifier: Unicode-3.0

/// Old names of languages, with the current ones.
pub(super) const ALIASES: &str = "\
    adp=dz ajp=apc als=sq arb=ar azj=az bcc=bal bh=bho bxk=luy bxr=bua cld=syr cls=sa cmn=zh \
    cnr=sr-ME dgo=doi drh=mn drw=fa-AF ekk=et fat=ak fuc=ff gaz=om gom=kok gug=gn ike=iu in=id iw=he \
    ji=yi jw=jv khk=mn kmr=ku lvs=lv mo=ro mup=raj npi=ne ory=or pbu=ps pes=fa plt=mg prp=gu quz=qu \
    scc=sr scr=hr sh=sr-Latn spy=kln src=sc swh=sw tl=fil tnf=fa-AF tw=ak uzn=uz xpe=kpe ydd=yi \
    zsm=ms zyb=za";

/// Each language with its likely script and region.
pub(super) const LANGUAGES: &str = "\
    aa-Latn-ET ab-Cyrl-GE af-Latn-ZA agq-Latn-CM ak-Latn-GH am-Ethi-ET an-Latn-ES ann-Latn-NG \
    apc-Arab-SY ar-Arab-EG arn-Latn-CL as-Beng-IN asa-Latn-TZ ast-Latn-ES az-Latn-AZ ba-Cyrl-RU \
    bal-Arab-PK bas-Latn-CM be-Cyrl-BY bem-Latn-ZM bew-Latn-ID bez-Latn-TZ bg-Cyrl-BG bgc-Deva-IN \
    bgn-Arab-PK bho-Deva-IN blo-Latn-BJ blt-Tavt-VN bm-Latn-ML bn-Beng-BD bo-Tibt-CN bqi-Arab-IR \
    br-Latn-FR brx-Deva-IN bs-Latn-BA bss-Latn-CM bua-Cyrl-RU byn-Ethi-ER ca-Latn-ES cad-Latn-US \
    cch-Latn-NG ccp-Cakm-BD ce-Cyrl-RU ceb-Latn-PH cgg-Latn-UG cho-Latn-US chr-Cher-US cic-Latn-US \
    ckb-Arab-IQ co-Latn-FR cop-Copt-EG cs-Latn-CZ csw-Cans-CA cu-Cyrl-RU cv-Cyrl-RU cy-Latn-GB \
    da-Latn-DK dav-Latn-KE de-Latn-DE dje-Latn-NE doi-Deva-IN dsb-Latn-DE dua-Latn-CM dv-Thaa-MV \
    dyo-Latn-SN dz-Tibt-BT ebu-Latn-KE ee-Latn-GH el-Grek-GR en-Latn-US eo-Latn-001 es-Latn-ES \
    et-Latn-EE eu-Latn-ES ewo-Latn-CM fa-Arab-IR ff-Latn-SN fi-Latn-FI fil-Latn-PH fo-Latn-FO \
    fr-Latn-FR frr-Latn-DE fur-Latn-IT fy-Latn-NL ga-Latn-IE gaa-Latn-GH gd-Latn-GB gez-Ethi-ET \
    gl-Latn-ES gn-Latn-PY gsw-Latn-CH gu-Gujr-IN guz-Latn-KE gv-Latn-IM ha-Latn-NG haw-Latn-US \
    he-Hebr-IL hi-Deva-IN hnj-Hmnp-US hr-Latn-HR hsb-Latn-DE ht-Latn-HT hu-Latn-HU hy-Armn-AM \
    ia-Latn-001 id-Latn-ID ie-Latn-EE ig-Latn-NG ii-Yiii-CN io-Latn-001 is-Latn-IS it-Latn-IT \
    iu-Cans-CA ja-Jpan-JP jbo-Latn-001 jgo-Latn-CM jmc-Latn-TZ jv-Latn-ID ka-Geor-GE kaa-Cyrl-UZ \
    kab-Latn-DZ kaj-Latn-NG kam-Latn-KE kcg-Latn-NG kde-Latn-TZ kea-Latn-CV kek-Latn-GT ken-Latn-CM \
    kgp-Latn-BR khq-Latn-ML ki-Latn-KE kk-Cyrl-KZ kkj-Latn-CM kl-Latn-GL kln-Latn-KE km-Khmr-KH \
    kn-Knda-IN ko-Kore-KR kok-Deva-IN kpe-Latn-LR ks-Arab-IN ksb-Latn-TZ ksf-Latn-CM ksh-Latn-DE \
    ku-Latn-TR kw-Latn-GB kxv-Latn-IN ky-Cyrl-KG la-Latn-VA lag-Latn-TZ lb-Latn-LU lg-Latn-UG \
    lij-Latn-IT lkt-Latn-US lld-Latn-IT lmo-Latn-IT ln-Latn-CD lo-Laoo-LA lrc-Arab-IR lt-Latn-LT \
    ltg-Latn-LV lu-Latn-CD luo-Latn-KE luy-Latn-KE lv-Latn-LV lzz-Latn-TR mai-Deva-IN mas-Latn-KE \
    mdf-Cyrl-RU mer-Latn-KE mfe-Latn-MU mg-Latn-MG mgh-Latn-MZ mgo-Latn-CM mhn-Latn-IT mi-Latn-NZ \
    mic-Latn-CA mk-Cyrl-MK ml-Mlym-IN mn-Cyrl-MN mni-Beng-IN moh-Latn-CA mr-Deva-IN ms-Latn-MY \
    mt-Latn-MT mua-Latn-CM mus-Latn-US mww-Hmnp-US my-Mymr-MM myv-Cyrl-RU mzn-Arab-IR naq-Latn-NA \
    nb-Latn-NO nd-Latn-ZW nds-Latn-DE ne-Deva-NP nl-Latn-NL nmg-Latn-CM nn-Latn-NO nnh-Latn-CM \
    no-Latn-NO nqo-Nkoo-GN nr-Latn-ZA nso-Latn-ZA nus-Latn-SS nv-Latn-US ny-Latn-MW nyn-Latn-UG \
    oc-Latn-FR oka-Latn-CA om-Latn-ET or-Orya-IN os-Cyrl-GE osa-Osge-US pa-Guru-IN pap-Latn-CW \
    pcm-Latn-NG pi-Latn-GB pis-Latn-SB pl-Latn-PL pms-Latn-IT prg-Latn-PL ps-Arab-AF pt-Latn-BR \
    qu-Latn-PE quc-Latn-GT raj-Deva-IN rhg-Rohg-MM rif-Latn-MA rm-Latn-CH rn-Latn-BI ro-Latn-RO \
    rof-Latn-TZ ru-Cyrl-RU rw-Latn-RW rwk-Latn-TZ sa-Deva-IN sah-Cyrl-RU saq-Latn-KE sat-Olck-IN \
    sbp-Latn-TZ sc-Latn-IT scn-Latn-IT sd-Arab-PK sdh-Arab-IR se-Latn-NO seh-Latn-MZ ses-Latn-ML \
    sg-Latn-CF sgs-Latn-LT shi-Tfng-MA shn-Mymr-MM si-Sinh-LK sid-Latn-ET sk-Latn-SK skr-Arab-PK \
    sl-Latn-SI sma-Latn-SE smj-Latn-SE smn-Latn-FI sms-Latn-FI sn-Latn-ZW so-Latn-SO sq-Latn-AL \
    sr-Cyrl-RS ss-Latn-ZA ssy-Latn-ER st-Latn-ZA su-Latn-ID suz-Deva-NP sv-Latn-SE sw-Latn-TZ \
    syr-Syrc-IQ szl-Latn-PL ta-Taml-IN te-Telu-IN teo-Latn-UG tg-Cyrl-TJ th-Thai-TH ti-Ethi-ET \
    tig-Ethi-ER tk-Latn-TM tn-Latn-ZA to-Latn-TO tok-Latn-001 tpi-Latn-PG tr-Latn-TR trv-Latn-TW \
    trw-Arab-PK ts-Latn-ZA tt-Cyrl-RU twq-Latn-NE tyv-Cyrl-RU tzm-Latn-MA ug-Arab-CN uk-Cyrl-UA \
    ur-Arab-PK uz-Latn-UZ vai-Vaii-LR ve-Latn-ZA vec-Latn-IT vi-Latn-VN vmw-Latn-MZ vo-Latn-001 \
    vun-Latn-TZ wa-Latn-BE wae-Latn-CH wal-Ethi-ET wbp-Latn-AU wo-Latn-SN xh-Latn-ZA xnr-Deva-IN \
    xog-Latn-UG yav-Latn-CM yi-Hebr-UA yo-Latn-NG yrl-Latn-BR yue-Hant-HK za-Latn-CN zgh-Tfng-MA \
    zh-Hans-CN zu-Latn-ZA";

/// Regions that write a language in another script.
pub(super) const REGIONS: &str = "\
    az-Arab-IQ az-Arab-IR az-Cyrl-RU ha-Arab-CM ha-Arab-SD kk-Arab-AF kk-Arab-CN kk-Arab-IR \
    kk-Arab-MN ku-Cyrl-AM ku-Cyrl-AZ ku-Cyrl-GE ku-Arab-IQ ku-Arab-IR ku-Arab-LB ku-Cyrl-TM \
    ky-Arab-CN ky-Latn-TR lzz-Geor-GE mn-Mong-CN ms-Arab-CC pa-Arab-PK pi-Deva-IN pi-Sinh-LK \
    pi-Mymr-MM pi-Thai-TH sd-Deva-IN sr-Latn-ME sr-Latn-RO sr-Latn-TR tg-Arab-PK ug-Cyrl-KZ \
    ug-Cyrl-MN uz-Arab-AF uz-Cyrl-CN yue-Hans-CN zh-Hant-AU zh-Hant-BN zh-Hant-GB zh-Hant-GF \
    zh-Hant-HK zh-Hant-ID zh-Hant-MO zh-Hant-PA zh-Hant-PF zh-Hant-PH zh-Hant-SR zh-Hant-TH \
    zh-Hant-TW zh-Hant-US zh-Hant-VN";

/// Other scripts of a language, with the likely region.
pub(super) const SCRIPTS: &str = "\
    az-Arab-IR cu-Glag-BG en-Shaw-GB ff-Adlm-GN hnj-Hmng-LA kk-Arab-CN ku-Arab-IQ ku-Cyrl-AM \
    ku-Yezi-GE ky-Arab-CN ky-Latn-TR lzz-Geor-GE mn-Mong-CN pa-Arab-PK pi-Deva-IN pi-Mymr-MM \
    pi-Sinh-LK pi-Thai-TH sd-Deva-IN sd-Khoj-IN sd-Sind-IN tg-Arab-PK ug-Cyrl-KZ uz-Arab-AF \
    yue-Hans-CN zh-Bopo-TW zh-Hanb-TW zh-Hant-TW";

/// Locales that inherit from another one than truncation gives.
pub(super) const PARENTS: &str = "\
    az-Arab=und az-Cyrl=und bal-Latn=und blt-Latn=und bm-Nkoo=und bs-Cyrl=und byn-Latn=und \
    cu-Glag=und dje-Arab=und dyo-Arab=und en-150=en-001 en-AG=en-001 en-AI=en-001 en-AT=en-150 \
    en-AU=en-001 en-BB=en-001 en-BE=en-150 en-BM=en-001 en-BS=en-001 en-BW=en-001 en-BZ=en-001 \
    en-CC=en-001 en-CH=en-150 en-CK=en-001 en-CM=en-001 en-CX=en-001 en-CY=en-001 en-CZ=en-150 \
    en-DE=en-150 en-DG=en-001 en-DK=en-150 en-DM=en-001 en-Dsrt=und en-EE=en-150 en-ER=en-001 \
    en-ES=en-150 en-FI=en-150 en-FJ=en-001 en-FK=en-001 en-FM=en-001 en-FR=en-150 en-GB=en-001 \
    en-GD=en-001 en-GE=en-150 en-GG=en-001 en-GH=en-001 en-GI=en-001 en-GM=en-001 en-GS=en-001 \
    en-GY=en-001 en-HK=en-001 en-HU=en-150 en-ID=en-001 en-IE=en-001 en-IL=en-001 en-IM=en-001 \
    en-IN=en-001 en-IO=en-001 en-IT=en-150 en-JE=en-001 en-JM=en-001 en-KE=en-001 en-KI=en-001 \
    en-KN=en-001 en-KY=en-001 en-LC=en-001 en-LR=en-001 en-LS=en-001 en-LT=en-150 en-LV=en-150 \
    en-MG=en-001 en-MO=en-001 en-MS=en-001 en-MT=en-001 en-MU=en-001 en-MV=en-001 en-MW=en-001 \
    en-MY=en-001 en-NA=en-001 en-NF=en-001 en-NG=en-001 en-NL=en-150 en-NO=en-150 en-NR=en-001 \
    en-NU=en-001 en-NZ=en-001 en-PG=en-001 en-PK=en-001 en-PL=en-150 en-PN=en-001 en-PT=en-150 \
    en-PW=en-001 en-RO=en-150 en-RW=en-001 en-SB=en-001 en-SC=en-001 en-SD=en-001 en-SE=en-150 \
    en-SG=en-001 en-SH=en-001 en-SI=en-150 en-SK=en-150 en-SL=en-001 en-SS=en-001 en-SX=en-001 \
    en-SZ=en-001 en-Shaw=und en-TC=en-001 en-TK=en-001 en-TO=en-001 en-TT=en-001 en-TV=en-001 \
    en-TZ=en-001 en-UA=en-150 en-UG=en-001 en-VC=en-001 en-VG=en-001 en-VU=en-001 en-WS=en-001 \
    en-ZA=en-001 en-ZM=en-001 en-ZW=en-001 es-AR=es-419 es-BO=es-419 es-BR=es-419 es-BZ=es-419 \
    es-CL=es-419 es-CO=es-419 es-CR=es-419 es-CU=es-419 es-DO=es-419 es-EC=es-419 es-GT=es-419 \
    es-HN=es-419 es-JP=es-419 es-MX=es-419 es-NI=es-419 es-PA=es-419 es-PE=es-419 es-PR=es-419 \
    es-PY=es-419 es-SV=es-419 es-US=es-419 es-UY=es-419 es-VE=es-419 ff-Adlm=und ff-Arab=und \
    ha-Arab=und hi-Latn=en-IN ht=fr-HT iu-Latn=und kaa-Latn=und kk-Arab=und kok-Latn=und ks-Deva=und \
    ku-Arab=und kxv-Deva=und kxv-Orya=und kxv-Telu=und ky-Arab=und ky-Latn=und ml-Arab=und \
    mn-Mong=und mni-Mtei=und ms-Arab=und nb=no nn=no no-NO=no pa-Arab=und pt-AO=pt-PT pt-CH=pt-PT \
    pt-CV=pt-PT pt-FR=pt-PT pt-GQ=pt-PT pt-GW=pt-PT pt-LU=pt-PT pt-MO=pt-PT pt-MZ=pt-PT pt-ST=pt-PT \
    pt-TL=pt-PT sat-Deva=und sd-Deva=und sd-Khoj=und sd-Sind=und shi-Latn=und so-Arab=und \
    sr-Latn=und suz-Sunu=und sw-Arab=und tg-Arab=und ug-Cyrl=und uz-Arab=und uz-Cyrl=und \
    vai-Latn=und wo-Arab=und yo-Arab=und yue-Hans=und zh-Hant=und zh-Hant-MO=zh-Hant-HK";
