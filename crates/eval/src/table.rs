//! A table for terminals and Markdown.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

/// Rows with a label, columns with a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Heading of the labels, then of each column.
    pub header: Vec<String>,
    /// Label, then one cell a column.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Aligned with blanks: labels left, cells right. Japanese characters are two columns wide.
    pub fn text(&self) -> String {
        let widths: Vec<usize> = (0..self.header.len())
            .map(|column| {
                self.lines()
                    .filter_map(|line| line.get(column))
                    .map(|cell| cell.width())
                    .max()
                    .unwrap_or(0)
            })
            .collect();
        let mut out = String::new();
        for (number, line) in self.lines().enumerate() {
            for (column, (cell, &width)) in line.iter().zip(&widths).enumerate() {
                let padding = " ".repeat(width - cell.width());
                match column {
                    0 => write!(out, "{cell}{padding}"),
                    _ => write!(out, "  {padding}{cell}"),
                }
                .expect("writing to a string");
            }
            out.truncate(out.trim_end().len());
            out.push('\n');
            if number == 0 {
                let rule: usize = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
                writeln!(out, "{}", "─".repeat(rule)).expect("writing to a string");
            }
        }
        out
    }

    /// As a Markdown table.
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        for (number, line) in self.lines().enumerate() {
            for cell in line {
                write!(out, "| {} ", cell.replace('|', "\\|").replace('\n', " "))
                    .expect("writing to a string");
            }
            out.push_str("|\n");
            if number == 0 {
                out.push_str("|---|");
                out.push_str(&"--:|".repeat(self.header.len().saturating_sub(1)));
                out.push('\n');
            }
        }
        out
    }

    fn lines(&self) -> impl Iterator<Item = &Vec<String>> {
        std::iter::once(&self.header).chain(&self.rows)
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn aligns_wide_characters_and_escapes_bars() {
        let strings = |cells: &[&str]| cells.iter().map(|c| c.to_string()).collect::<Vec<_>>();
        let table = Table {
            header: strings(&["model", "a|b"]),
            rows: vec![strings(&["基礎", "1"]), strings(&["x", "22222"])],
        };
        assert_eq!(
            table.text(),
            "model    a|b\n────────────\n基礎       1\nx      22222\n"
        );
        assert_eq!(
            table.markdown(),
            "| model | a\\|b |\n|---|--:|\n| 基礎 | 1 |\n| x | 22222 |\n"
        );
    }
}
