//! Jinja as `transformers` sets it up for chat templates.

use std::fmt;
use std::sync::{Arc, LazyLock};

use fancy_regex::Regex;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Kwargs;
use minijinja::{Environment, ErrorKind, Value, context};
use serde::Serialize;

use crate::Error;

/// Steps of evaluation that a template may take: hostile templates end, long chats do not.
const FUEL: u64 = 20_000_000;

/// `transformers` marks what an assistant writes by `{% generation %}` blocks. They write
/// nothing themselves and the mask is found without them, so they become blocks that are always
/// taken.
fn without_generation_tags(source: &str) -> String {
    static TAGS: LazyLock<[(Regex, &str); 2]> = LazyLock::new(|| {
        [
            (r"(\{%[-+]?\s*)generation(\s*[-+]?%\})", "${1}if true${2}"),
            (r"(\{%[-+]?\s*)endgeneration(\s*[-+]?%\})", "${1}endif${2}"),
        ]
        .map(|(tag, block)| (Regex::new(tag).expect("a fixed expression"), block))
    });
    TAGS.iter().fold(source.to_owned(), |text, (tag, block)| {
        tag.replace_all(&text, *block).into_owned()
    })
}

fn environment() -> Environment<'static> {
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build();
    let mut environment = Environment::new();
    environment.set_syntax(syntax.expect("the usual delimiters"));
    environment.set_fuel(Some(FUEL));
    environment.set_unknown_method_callback(minijinja_contrib::pycompat::unknown_method_callback);
    environment.add_function("raise_exception", raise_exception);
    environment.add_filter("tojson", to_json);
    environment
}

fn raise_exception(message: String) -> Result<Value, minijinja::Error> {
    Err(minijinja::Error::new(ErrorKind::InvalidOperation, message))
}

/// JSON as Python's `json.dumps(value, ensure_ascii=False)` writes it.
fn to_json(value: Value, options: Kwargs) -> Result<Value, minijinja::Error> {
    let indent: Option<usize> = options.get("indent")?;
    options.assert_all_used()?;
    let mut json = Vec::new();
    let written = match indent {
        Some(indent) => {
            let indent = " ".repeat(indent.min(16));
            let format = serde_json::ser::PrettyFormatter::with_indent(indent.as_bytes());
            value.serialize(&mut serde_json::Serializer::with_formatter(
                &mut json, format,
            ))
        }
        None => value.serialize(&mut serde_json::Serializer::with_formatter(
            &mut json, OneLine,
        )),
    };
    let failed = |e: &dyn std::fmt::Display| {
        minijinja::Error::new(ErrorKind::BadSerialization, e.to_string())
    };
    written.map_err(|e| failed(&e))?;
    String::from_utf8(json)
        .map(Value::from)
        .map_err(|e| failed(&e))
}

/// Python's separators: a blank after every comma and colon.
struct OneLine;

impl serde_json::ser::Formatter for OneLine {
    fn begin_array_value<W: ?Sized + std::io::Write>(
        &mut self,
        w: &mut W,
        first: bool,
    ) -> std::io::Result<()> {
        w.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_key<W: ?Sized + std::io::Write>(
        &mut self,
        w: &mut W,
        first: bool,
    ) -> std::io::Result<()> {
        w.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_value<W: ?Sized + std::io::Write>(&mut self, w: &mut W) -> std::io::Result<()> {
        w.write_all(b": ")
    }
}

/// The name under which an environment keeps its one template.
const NAME: &str = "chat";

/// A template that has been read once, to be rendered any number of times.
#[derive(Clone)]
pub(super) struct Template {
    pub(super) source: String,
    environment: Arc<Environment<'static>>,
}

impl Template {
    /// # Errors
    /// The source is not Jinja.
    pub(super) fn new(source: &str) -> Result<Template, Error> {
        let source = without_generation_tags(source);
        let mut environment = environment();
        environment
            .add_template_owned(NAME, source.clone())
            .map_err(|e| Error::TemplateSyntax(explain(&e)))?;
        let environment = Arc::new(environment);
        Ok(Template {
            source,
            environment,
        })
    }

    /// # Errors
    /// The template refuses the messages or cannot be evaluated.
    pub(super) fn render<'m>(
        &self,
        turns: impl Iterator<Item = (&'static str, &'m str)>,
        add_generation_prompt: bool,
        bos: &str,
        eos: &str,
    ) -> Result<String, Error> {
        let messages: Vec<Value> = turns
            .map(|(role, content)| context! { role, content })
            .collect();
        let variables =
            context! { messages, add_generation_prompt, bos_token => bos, eos_token => eos };
        self.environment
            .get_template(NAME)
            .and_then(|template| template.render(variables))
            .map_err(|e| Error::TemplateRender(explain(&e)))
    }
}

impl PartialEq for Template {
    fn eq(&self, other: &Template) -> bool {
        self.source == other.source
    }
}

impl Eq for Template {}

impl fmt::Debug for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.source, f)
    }
}

/// What went wrong and in which line.
fn explain(error: &minijinja::Error) -> String {
    let what = match error.detail() {
        Some(detail) => format!("{}: {detail}", error.kind()),
        None => error.kind().to_string(),
    };
    match error.line() {
        Some(line) => format!("{what} (line {line})"),
        None => what,
    }
}
