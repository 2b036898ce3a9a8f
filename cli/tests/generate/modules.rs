//! TypeScript with a module for each language: `codes generate typescript --output FOLDER/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::answers::registries;
use crate::sentences::Sentences;
use crate::tools::run;
use crate::{copy, folder_of, generate, run_words, table};

const TSC: &str = "../node_modules/.bin/tsc --strict --noUncheckedIndexedAccess --exactOptionalPropertyTypes \
                   --noUnusedLocals --verbatimModuleSyntax --target es2022 --module es2022 \
                   --moduleResolution bundler generated/index.ts";

const ESBUILD: &str = "../node_modules/.bin/esbuild --bundle --splitting --minify --format=esm --platform=node \
                       --log-level=error";

/// Loads every language of the table, one after the other.
const LOADED: &str = "import { LANGUAGES, load } from \"./generated/index.js\";
export * from \"./generated/index.js\";
for (const language of LANGUAGES) await load(language);
";

/// The modules of a table in the folder `generated`, compiled. `generated.js` is what the drivers of a single file import.
fn modules(name: &str, table: &Path, generated: &str) -> PathBuf {
    // An output of another language creates the folder.
    let folder = folder_of(name, "json-schema", table, "generated.json", "Code");
    generate(&folder, "typescript", table, "generated/", "Code");
    // The modules of the languages are compiled because the main one imports them.
    run_words(TSC, &folder);
    fs::write(folder.join("generated.js"), generated).unwrap();
    folder
}

#[test]
fn answers() {
    for registry in registries() {
        let name = registry.table.file_stem().unwrap().to_str().unwrap();
        let folder = modules(&format!("modules-{name}"), &registry.table, LOADED);
        registry.copy("typescript", "typescript.mjs", &folder.join("driver.mjs"));
        registry.compare(Command::new("node").args(["driver.mjs", registry.kind]), &folder);
    }
}

/// Before a language is loaded, sentences are in the default language, or in a fallback that is loaded.
#[test]
fn sentences() {
    let import = "export * from \"./generated/index.js\";\n";
    let folder = modules("modules-sentences", &table("sentences"), import);
    copy("sentences.mjs", &folder, "sentences.mjs");
    copy("sentences-node.mjs", &folder, "driver.mjs");
    let node = || Command::new("node");
    Sentences::shown_in(|_| "en").compare(node().arg("driver.mjs"), &folder);

    let polish = "import polish from \"./generated/pl.js\";\n\
                  import { install } from \"./generated/index.js\";\ninstall(polish);\n";
    fs::write(folder.join("generated.js"), format!("{import}{polish}")).unwrap();
    let shown = |tag: &str| if matches!(tag, "lt" | "pl") { "pl" } else { "en" };
    Sentences::shown_in(shown).compare(node().arg("driver.mjs"), &folder);

    // Polish is also loaded, because some Lithuanian texts fall back to it.
    let lithuanian = "import { load } from \"./generated/index.js\";\nawait load(\"lt\");\n";
    fs::write(folder.join("generated.js"), format!("{import}{lithuanian}")).unwrap();
    let shown = |tag: &'static str| if matches!(tag, "lt" | "pl") { tag } else { "en" };
    Sentences::shown_in(shown).compare(node().arg("driver.mjs"), &folder);

    fs::write(folder.join("generated.js"), LOADED).unwrap();
    let sentences = Sentences::new();
    sentences.compare(node().arg("driver.mjs"), &folder);
    copy("sentences-chromium.mjs", &folder, "chromium.mjs");
    sentences.compare(node().arg("chromium.mjs"), &folder);
    run_words(&format!("{ESBUILD} driver.mjs --outdir=bundle"), &folder);
    sentences.compare(node().arg("bundle/driver.js"), &folder);
}

/// A module of another table is refused: it refers to rows by their position.
#[test]
fn modules_of_another_table() {
    let folder = modules("modules-other", &table("sentences"), "");
    let text = fs::read_to_string(table("sentences")).unwrap();
    let other = folder.join("other.toml");
    let changed = |text: String, module: &str| {
        fs::write(&other, text).unwrap();
        generate(&folder, "typescript", &other, "other/", "Code");
        run_words(&TSC.replace("generated/", "other/"), &folder);
        fs::copy(folder.join(format!("other/{module}.js")), folder.join(format!("generated/{module}.js")))
            .unwrap();
    };
    changed(text.replace("it: no argument", "it: other text"), "it");
    let languages = ["en", "it", "ar", "es", "he", "hi", "fr", "pl", "de", "ja", "fa"];
    let names: String = languages.iter().map(|tag| format!("name.{tag} = \"New\"\n")).collect();
    changed(format!("{text}\n[code.99]\nsymbol = \"NEW_ROW\"\n{names}"), "pl");
    let page = "import { install, load, plain } from \"./generated/index.js\";\n\
                import polish from \"./generated/pl.js\";\n\
                await load(\"it\");\nconsole.log(plain(\"it\"));\n\
                await load(\"pl\").catch((error) => console.log(error.message));\n\
                try { install(polish); } catch (error) { console.log(error.message); }\n";
    fs::write(folder.join("driver.mjs"), page).unwrap();
    let refusal = "the module of pl does not match index.ts: generate all files again\n";
    assert_eq!(run_words("node driver.mjs", &folder), format!("it: other text\n{refusal}{refusal}"));
}

/// A bundler leaves out the messages that a page does not use, and does not mix languages.
#[test]
fn bundles() {
    let folder = modules("modules-bundle", &table("sentences"), "");
    let page = "import { load, plain } from \"./generated/index.js\";\nawait load(\"it\");\n\
                console.log(plain(), plain(\"it\"));\n";
    fs::write(folder.join("page.mjs"), page).unwrap();
    run_words(&format!("{ESBUILD} page.mjs --outdir=bundle"), &folder);
    assert_eq!(run_words("node bundle/page.js", &folder), "en: no argument it: no argument\n");
    let files = fs::read_dir(folder.join("bundle")).unwrap().map(|file| file.unwrap().path());
    let texts: Vec<String> = files.map(|file| fs::read_to_string(file).unwrap()).collect();
    // The page, and a file for each language except the default one.
    assert_eq!(texts.len(), 12);
    let with = |text: &str| texts.iter().filter(|file| file.contains(text)).count();
    assert_eq!(with("en: no argument"), 1);
    assert_eq!(with("en range"), 0, "an unused message of the default language");
    assert_eq!(with("it: no argument"), 1);
    assert!(!texts.iter().any(|file| file.contains("en: no argument") && file.contains("it: no argument")));
}

/// The examples of docs/generate.md in TypeScript that import the modules.
#[test]
fn documentation() {
    const PAGE: &str = include_str!("../../../docs/generate.md");
    let block = |from: &str, language: &str| {
        let (_, rest) = PAGE.split_once(from).unwrap();
        let fence = format!("```{language}\n");
        let mut blocks = rest.split(fence.as_str()).skip(1);
        [blocks.next().unwrap(), blocks.next().unwrap_or("```")]
            .map(|block| block.split_once("```").unwrap().0)
    };
    let folder =
        folder_of("modules-documentation", "json-schema", &table("loader"), "generated.json", "Code");
    let head = "[registry]\ntitle.en = \"Shop\"\ntitle.it = \"Negozio\"\nrepr = \"u16\"\nlanguages = [\"en\", \"it\"]\n\
                url = \"https://errors.example.org/{language}/{value}/\"\n";
    let table = folder.join("shop.toml");
    fs::write(&table, format!("{head}{}", block("", "toml")[0])).unwrap();
    generate(&folder, "typescript", &table, "shop_code/", "ShopCode");
    run_words(&TSC.replace("generated/", "shop_code/"), &folder);
    for (example, count) in block("## A module for each language", "typescript").into_iter().zip([3, 1]) {
        let (mut program, mut expected) = (String::new(), String::new());
        for line in example.lines() {
            match line.rsplit_once("; // ") {
                Some((expression, text)) => {
                    program += &format!("console.log({expression});\n");
                    expected += &format!("{}\n", text.trim_matches('"'));
                }
                None => program += &format!("{line}\n"),
            }
        }
        assert_eq!(expected.lines().count(), count);
        fs::write(folder.join("driver.mjs"), program).unwrap();
        assert_eq!(run(Command::new("node").arg("driver.mjs"), &folder, ""), expected);
    }
}
