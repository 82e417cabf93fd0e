//! What was made of what, drawn as text, for Graphviz, or as a picture.

mod layout;
mod svg;

use crate::home::{Artefact, Home};
use crate::manifest::Input;
use crate::{Duties, Kind, Scope};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Write;

/// A graph of artefacts and outside sources; edges lead from an input to what was made of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lineage {
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
}

/// One artefact or outside source.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Node {
    pub name: String,
    /// The first digits of the key, or of the content hash of an outside source.
    pub short_key: String,
    pub state: State,
    pub scope: Scope,
}

/// What is known about a node.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Present {
        kind: Kind,
        /// SPDX expressions, those with the most documents first.
        licences: Vec<String>,
        duties: Duties,
    },
    /// Files from outside the home.
    Outside,
    /// Another artefact names it, but it is gone or its manifest is damaged.
    Missing,
}

/// Says that `to` was made of `from`; both are places in [`Lineage::nodes`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub role: String,
}

impl Node {
    fn of_artefact(artefact: &Artefact) -> Node {
        let manifest = &artefact.manifest;
        let mut licences: Vec<_> = manifest.licences.iter().collect();
        licences.sort_by_key(|(_, count)| std::cmp::Reverse(count.documents));
        Node {
            name: manifest.name.clone(),
            short_key: short(&manifest.key),
            state: State::Present {
                kind: manifest.kind,
                licences: licences.into_iter().map(|(l, _)| l.clone()).collect(),
                duties: manifest.duties,
            },
            scope: manifest.scope,
        }
    }

    fn of_input(input: &Input, state: State) -> Node {
        Node {
            name: input.name.clone(),
            short_key: short(if input.is_outside() {
                &input.content
            } else {
                &input.key
            }),
            state,
            scope: input.scope,
        }
    }

    /// "corpus", "outside", "missing" …
    fn kind_name(&self) -> &'static str {
        match &self.state {
            State::Present { kind, .. } => kind.name(),
            State::Outside => "outside",
            State::Missing => "missing",
        }
    }

    /// Scope and duties: "open, attribution, share-alike".
    fn terms(&self) -> String {
        match &self.state {
            State::Present { duties, .. } => {
                let mut terms = vec![self.scope.name()];
                terms.extend(duties.names());
                terms.join(", ")
            }
            State::Outside => "source files".to_string(),
            State::Missing => "removed or damaged".to_string(),
        }
    }
}

fn short(key: &str) -> String {
    key.chars().take(12).collect()
}

/// What tells nodes apart: artefacts by their id, outside sources by path and content.
fn identity(input: &Input) -> String {
    if input.is_outside() {
        format!("outside {} {}", input.name, input.content)
    } else {
        input.id()
    }
}

impl Lineage {
    /// `artefacts` and all that they were made of.
    pub(crate) fn of(home: &Home, artefacts: Vec<Artefact>) -> Lineage {
        let mut lineage = Lineage {
            nodes: Vec::new(),
            edges: Vec::new(),
        };
        let mut places = BTreeMap::new();
        let mut waiting = VecDeque::new();
        for artefact in artefacts {
            places.insert(artefact.manifest.id(), lineage.nodes.len());
            lineage.nodes.push(Node::of_artefact(&artefact));
            waiting.push_back((lineage.nodes.len() - 1, artefact));
        }
        while let Some((to, artefact)) = waiting.pop_front() {
            for input in &artefact.manifest.inputs {
                let identity = identity(input);
                let from = *places.entry(identity.clone()).or_insert_with(|| {
                    let place = lineage.nodes.len();
                    if input.is_outside() {
                        lineage.nodes.push(Node::of_input(input, State::Outside));
                    } else if let Ok(found) = Artefact::open(&home.root().join(&identity)) {
                        lineage.nodes.push(Node::of_artefact(&found));
                        waiting.push_back((place, found));
                    } else {
                        lineage.nodes.push(Node::of_input(input, State::Missing));
                    }
                    place
                });
                let role = input.role.clone();
                lineage.edges.push(Edge { from, to, role });
            }
        }
        lineage
    }

    /// A tree for the terminal: results first, inputs indented below them. What stands at several
    /// places is spelled out at the first.
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut shown = BTreeSet::new();
        let has_result: BTreeSet<usize> = self.edges.iter().map(|edge| edge.from).collect();
        for root in (0..self.nodes.len()).filter(|node| !has_result.contains(node)) {
            self.write_tree(root, "", "", &mut shown, &mut text);
        }
        text
    }

    fn write_tree(
        &self,
        node: usize,
        label: &str,
        indent: &str,
        shown: &mut BTreeSet<usize>,
        text: &mut String,
    ) {
        let this = &self.nodes[node];
        let is_new = shown.insert(node);
        let inputs: Vec<&Edge> = self.edges.iter().filter(|edge| edge.to == node).collect();
        let remark = if is_new || inputs.is_empty() {
            this.terms()
        } else {
            "see above".to_string()
        };
        let (kind, name, key) = (this.kind_name(), &this.name, &this.short_key);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{label}{kind} {name}@{key}  ({remark})");
        if !is_new {
            return;
        }
        for (i, edge) in inputs.iter().enumerate() {
            let (branch, below) = if i + 1 == inputs.len() {
                ("└─ ", "   ")
            } else {
                ("├─ ", "│  ")
            };
            let label = format!("{indent}{branch}{}: ", edge.role);
            let indent = format!("{indent}{below}");
            self.write_tree(edge.from, &label, &indent, shown, text);
        }
    }

    /// A directed graph in the language of Graphviz.
    pub fn dot(&self) -> String {
        let mut text = String::from(
            "digraph lineage {\n  rankdir=TB;\n  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n",
        );
        for (i, node) in self.nodes.iter().enumerate() {
            let label = format!(
                "{}\n{}\n{}\n{}",
                node.kind_name(),
                node.name,
                node.short_key,
                node.terms()
            );
            let _ = writeln!(text, "  n{i} [label=\"{}\"];", dot_escaped(&label));
        }
        for edge in &self.edges {
            let role = dot_escaped(&edge.role);
            let _ = writeln!(text, "  n{} -> n{} [label=\"{role}\"];", edge.from, edge.to);
        }
        text.push_str("}\n");
        text
    }

    /// A picture for a web page or a document, complete in itself.
    pub fn svg(&self) -> String {
        svg::draw(self)
    }
}

fn dot_escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}
