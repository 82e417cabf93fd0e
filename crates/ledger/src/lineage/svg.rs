//! The picture of a lineage.

use super::layout::layout;
use super::{Lineage, Node, State};
use crate::{Kind, Scope};
use std::collections::BTreeMap;
use std::fmt::Write;

const BOX_WIDTH: f64 = 232.0;
const BOX_HEIGHT: f64 = 84.0;
const LAYER_HEIGHT: f64 = 144.0;
const MARGIN: f64 = 24.0;
/// Text columns (a wide East Asian character takes two) that fit into a box.
const NAME_COLUMNS: usize = 25;
const LINE_COLUMNS: usize = 36;
const ROLE_COLUMNS: usize = 16;
/// How far apart edges arrive at a box, if there is room.
const PORT_DISTANCE_MAX: f64 = 68.0;

/// Layer and x of the points of an edge, two or more.
type Route = Vec<(usize, f64)>;

/// Draws from top to bottom, sources above, results below.
pub(super) fn draw(lineage: &Lineage) -> String {
    let edges: Vec<(usize, usize)> = lineage.edges.iter().map(|e| (e.from, e.to)).collect();
    let layout = layout(lineage.nodes.len(), BOX_WIDTH, &edges);
    let width = layout.width.max(BOX_WIDTH) + 2.0 * MARGIN;
    let height =
        layout.layers.max(1) as f64 * LAYER_HEIGHT - (LAYER_HEIGHT - BOX_HEIGHT) + 2.0 * MARGIN;
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        svg,
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0}" height="{height:.0}" viewBox="0 0 {width:.0} {height:.0}" role="img" aria-label="lineage">
<style>
text {{ font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK JP", "Hiragino Sans", sans-serif; font-size: 11px; fill: #57606a }}
.kind {{ font-weight: 600; letter-spacing: .06em }}
.name {{ font-size: 15px; font-weight: 600; fill: #1f2328 }}
.key {{ font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 10.5px }}
.role {{ font-size: 10.5px }}
.halo {{ font-size: 10.5px; fill: #fff; stroke: #fff; stroke-width: 4px; stroke-linejoin: round }}
.edge {{ fill: none; stroke: #8c959f; stroke-width: 1.4 }}
</style>
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 .6 8 4 0 7.4Z" fill="#8c959f"/></marker></defs>
<rect width="100%" height="100%" fill="#fff"/>
"##
    );
    let routes = with_ports(&layout.routes);
    for route in &routes {
        draw_edge(&mut svg, route);
    }
    for (edge, route) in lineage.edges.iter().zip(&routes) {
        draw_role(&mut svg, &edge.role, route);
    }
    for (node, &(layer, x)) in lineage.nodes.iter().zip(&layout.boxes) {
        draw_box(&mut svg, node, MARGIN + x - BOX_WIDTH / 2.0, top(layer));
    }
    svg.push_str("</svg>\n");
    svg
}

fn top(layer: usize) -> f64 {
    MARGIN + layer as f64 * LAYER_HEIGHT
}

/// A smooth line that is vertical at every box and at every layer it passes.
fn draw_edge(svg: &mut String, route: &Route) {
    let mut path = String::new();
    for (i, pair) in route.windows(2).enumerate() {
        let ((layer_0, x_0), (layer_1, x_1)) = (pair[0], pair[1]);
        let (x_0, x_1) = (x_0 + MARGIN, x_1 + MARGIN);
        let (y_0, y_1) = (top(layer_0) + BOX_HEIGHT, top(layer_1));
        let _ = if i == 0 {
            write!(path, "M{x_0:.1} {y_0:.1}")
        } else {
            write!(path, "V{y_0:.1}") // straight past the boxes of the layer
        };
        let middle = (y_0 + y_1) / 2.0;
        let _ = write!(
            path,
            "C{x_0:.1} {middle:.1} {x_1:.1} {middle:.1} {x_1:.1} {y_1:.1}"
        );
    }
    let _ = writeln!(
        svg,
        r#"<path class="edge" d="{path}" marker-end="url(#arrow)"/>"#
    );
}

/// Lets the edges into one box arrive side by side, in the order in which they come.
fn with_ports(routes: &[Route]) -> Vec<Route> {
    let mut into: BTreeMap<(usize, u64), Vec<usize>> = BTreeMap::new();
    for (i, route) in routes.iter().enumerate() {
        let (layer, x) = route[route.len() - 1];
        into.entry((layer, x.to_bits())).or_default().push(i);
    }
    let mut routes = routes.to_vec();
    for edges in into.values_mut() {
        let comes_from = |i: usize| routes[i][routes[i].len() - 2].1;
        edges.sort_by(|&a, &b| comes_from(a).total_cmp(&comes_from(b)));
        let distance = PORT_DISTANCE_MAX.min(0.8 * BOX_WIDTH / edges.len() as f64);
        for (place, &i) in edges.iter().enumerate() {
            let last = routes[i].len() - 1;
            routes[i][last].1 += (place as f64 - (edges.len() - 1) as f64 / 2.0) * distance;
        }
    }
    routes
}

/// The role stands above the arrow, with a white rim that parts it from the lines.
fn draw_role(svg: &mut String, role: &str, route: &Route) {
    let (layer, x) = route[route.len() - 1];
    let (x, y) = (MARGIN + x, top(layer) - 14.0);
    let role = escaped(&shortened(role, ROLE_COLUMNS));
    for class in ["halo", "role"] {
        let _ = writeln!(
            svg,
            r#"<text class="{class}" x="{x:.1}" y="{y:.1}" text-anchor="middle">{role}</text>"#
        );
    }
}

fn draw_box(svg: &mut String, node: &Node, x: f64, y: f64) {
    let (accent, fill) = colours(node);
    let dash = match node.state {
        State::Present { .. } => "",
        State::Outside | State::Missing => r#" stroke-dasharray="4 3""#,
    };
    let kind = node.kind_name().to_uppercase();
    let name = escaped(&shortened(&base_name(node), NAME_COLUMNS));
    let key = escaped(&node.short_key);
    let note = escaped(&shortened(&licence_line(node), LINE_COLUMNS));
    let full = escaped(&format!(
        "{} {}: {}",
        node.kind_name(),
        node.name,
        node.terms()
    ));
    let _ = write!(
        svg,
        r#"<g transform="translate({x:.1} {y:.1})"><title>{full}</title>
<rect width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="9" fill="{fill}" stroke="{accent}" stroke-width="1.2"{dash}/>
<rect x="10" y="12" width="4" height="{bar:.0}" rx="2" fill="{accent}"/>
<text class="kind" x="24" y="22" style="fill:{accent}">{kind}</text>
<text class="name" x="24" y="41">{name}</text>
<text class="key" x="24" y="56">{key}</text>
<text x="24" y="72">{note}</text>
"#,
        bar = BOX_HEIGHT - 24.0,
    );
    if matches!(node.state, State::Present { .. }) {
        draw_scope(svg, node.scope);
    }
    svg.push_str("</g>\n");
}

/// A small coloured label in the upper right corner.
fn draw_scope(svg: &mut String, scope: Scope) {
    let colour = match scope {
        Scope::Open => "#1a7f37",
        Scope::NonCommercial => "#9a6700",
        Scope::Internal => "#cf222e",
    };
    let name = scope.name();
    let width = 14.0 + 6.0 * name.len() as f64;
    let x = BOX_WIDTH - width - 9.0;
    let middle = x + width / 2.0;
    let _ = write!(
        svg,
        r##"<rect x="{x:.1}" y="9" width="{width:.1}" height="17" rx="8.5" fill="#fff" stroke="{colour}"/>
<text x="{middle:.1}" y="21" text-anchor="middle" style="fill:{colour};font-size:10.5px;font-weight:600">{name}</text>
"##
    );
}

/// Accent and background, by kind: data in blues and greens, models in orange, by-products grey.
fn colours(node: &Node) -> (&'static str, &'static str) {
    let State::Present { kind, .. } = &node.state else {
        return ("#6e7781", "#fafbfc");
    };
    match kind {
        Kind::World => ("#0f766e", "#f0fdfa"),
        Kind::Corpus => ("#0969da", "#f3f8ff"),
        Kind::Tokenizer => ("#7c3aed", "#f8f5ff"),
        Kind::Shards => ("#2563a8", "#f4f8fc"),
        Kind::Examples => ("#0e7490", "#f0fafc"),
        Kind::Model => ("#bc4c00", "#fff7f0"),
        Kind::Index => ("#a0306f", "#fdf4f9"),
        Kind::Report => ("#57606a", "#f6f8fa"),
    }
}

/// Outside sources are known by a path, whose end says most.
fn base_name(node: &Node) -> String {
    let end = node
        .name
        .trim_end_matches(['/', '\\'])
        .rsplit(['/', '\\'])
        .next();
    end.filter(|end| !end.is_empty())
        .unwrap_or(&node.name)
        .to_string()
}

/// The licences, most used first, as many as fit.
fn licence_line(node: &Node) -> String {
    let State::Present { licences, .. } = &node.state else {
        return node.terms();
    };
    if licences.is_empty() {
        return node.terms();
    }
    let mut line = licences[0].clone();
    for (i, licence) in licences.iter().enumerate().skip(1) {
        let rest = licences.len() - i;
        let longer = format!("{line}, {licence}");
        if columns(&longer) + " +9".len() > LINE_COLUMNS {
            return format!("{line} +{rest}");
        }
        line = longer;
    }
    line
}

fn columns(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Roughly the East Asian wide characters; good enough to keep text within a box.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

fn shortened(text: &str, columns_max: usize) -> String {
    if columns(text) <= columns_max {
        return text.to_string();
    }
    let mut short = String::new();
    let mut used = 1; // for the ellipsis
    for c in text.chars() {
        used += if is_wide(c) { 2 } else { 1 };
        if used > columns_max {
            break;
        }
        short.push(c);
    }
    short + "…"
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() => escaped.push(' '), // not allowed in XML at all
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_wide_names_are_shortened_to_fit() {
        assert_eq!(shortened("abc", 3), "abc");
        assert_eq!(shortened("abcd", 3), "ab…");
        assert_eq!(shortened("言泉言泉", 5), "言泉…");
    }

    #[test]
    fn text_from_outside_cannot_break_the_picture() {
        assert_eq!(escaped("<a&\"b\u{0}>"), "&lt;a&amp;&quot;b &gt;");
    }
}
