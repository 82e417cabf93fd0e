//! Where the boxes of a layered graph go, after Sugiyama, Tagawa and Toda, "Methods for visual
//! understanding of hierarchical system structures" (1981): layers from the edges, bends where an
//! edge passes a layer, an order with few crossings, then places close to the neighbours.

/// The distance between the sides of neighbours in a layer.
const GAP: f64 = 36.0;
/// What a passing edge takes up of a layer.
const BEND_WIDTH: f64 = 16.0;
const ORDER_SWEEPS: usize = 12;
const PLACE_SWEEPS: usize = 24;

/// A layout in layers, the sources in layer 0.
pub(super) struct Layout {
    /// For each box: its layer and the x of its centre, the left border of everything being 0.
    pub(super) boxes: Vec<(usize, f64)>,
    /// For each edge: layer and x of every point from its beginning to its end.
    pub(super) routes: Vec<Vec<(usize, f64)>>,
    pub(super) layers: usize,
    pub(super) width: f64,
}

/// A box or the bend of a long edge.
struct Item {
    layer: usize,
    width: f64,
    /// Neighbours in the layers above and below.
    above: Vec<usize>,
    below: Vec<usize>,
    x: f64,
}

/// Lays out boxes of equal width joined by `edges` (from, to).
pub(super) fn layout(boxes: usize, box_width: f64, edges: &[(usize, usize)]) -> Layout {
    let layer_of = layers(boxes, edges);
    let mut items: Vec<Item> = layer_of
        .iter()
        .map(|&layer| Item::new(layer, box_width))
        .collect();
    let routes: Vec<Vec<usize>> = edges
        .iter()
        .map(|&(from, to)| join(&mut items, from, to))
        .collect();
    let layer_count = layer_of.iter().max().map_or(0, |last| last + 1);
    let mut order: Vec<Vec<usize>> = vec![Vec::new(); layer_count];
    for (i, item) in items.iter().enumerate() {
        order[item.layer].push(i);
    }
    reduce_crossings(&items, &mut order);
    place(&mut items, &order);

    let left = items.iter().map(Item::left).fold(f64::INFINITY, f64::min);
    let right = items.iter().map(Item::right).fold(0.0, f64::max);
    let point = |i: usize| (items[i].layer, items[i].x - left);
    Layout {
        boxes: (0..boxes).map(point).collect(),
        routes: routes
            .iter()
            .map(|route| route.iter().map(|&i| point(i)).collect())
            .collect(),
        layers: layer_count,
        width: if boxes == 0 { 0.0 } else { right - left },
    }
}

impl Item {
    fn new(layer: usize, width: f64) -> Item {
        Item {
            layer,
            width,
            above: Vec::new(),
            below: Vec::new(),
            x: 0.0,
        }
    }

    fn left(&self) -> f64 {
        self.x - self.width / 2.0
    }

    fn right(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

/// Each box stands as low as what is made of it allows, so that a source is close to its first use.
fn layers(boxes: usize, edges: &[(usize, usize)]) -> Vec<usize> {
    let mut height = vec![0; boxes];
    // Every round settles at least one more layer; should the edges hold a cycle, which no honest
    // lineage does, the number of rounds still bounds the work.
    for _ in 0..boxes {
        let before = height.clone();
        for &(from, to) in edges {
            height[from] = height[from].max((height[to] + 1).min(boxes - 1));
        }
        if height == before {
            break;
        }
    }
    let top = height.iter().copied().max().unwrap_or(0);
    height.into_iter().map(|height| top - height).collect()
}

/// Joins two boxes with one bend for each layer between them; returns the items on the way.
fn join(items: &mut Vec<Item>, from: usize, to: usize) -> Vec<usize> {
    let mut route = vec![from];
    for layer in items[from].layer + 1..items[to].layer {
        items.push(Item::new(layer, BEND_WIDTH));
        route.push(items.len() - 1);
    }
    route.push(to);
    for pair in route.windows(2) {
        items[pair[0]].below.push(pair[1]);
        items[pair[1]].above.push(pair[0]);
    }
    route
}

/// Sorts each layer by the mean place of its neighbours, downwards and upwards in turn, and keeps
/// the best order met.
fn reduce_crossings(items: &[Item], order: &mut Vec<Vec<usize>>) {
    let mut rank = vec![0.0; items.len()];
    let mut best = order.clone();
    let mut fewest = crossings(items, order);
    for sweep in 0..ORDER_SWEEPS {
        let downwards = sweep % 2 == 0;
        for step in 0..order.len() {
            let layer = if downwards {
                step
            } else {
                order.len() - 1 - step
            };
            for (i, &item) in order[layer].iter().enumerate() {
                rank[item] = i as f64;
            }
            let mean_rank = |item: usize| {
                let neighbours = if downwards {
                    &items[item].above
                } else {
                    &items[item].below
                };
                mean(neighbours.iter().map(|&n| rank[n])).unwrap_or(rank[item])
            };
            order[layer].sort_by(|&a, &b| mean_rank(a).total_cmp(&mean_rank(b)));
            for (i, &item) in order[layer].iter().enumerate() {
                rank[item] = i as f64;
            }
        }
        let count = crossings(items, order);
        if count < fewest {
            fewest = count;
            best = order.clone();
        }
    }
    *order = best;
}

fn crossings(items: &[Item], order: &[Vec<usize>]) -> usize {
    let mut rank = vec![0; items.len()];
    for layer in order {
        for (i, &item) in layer.iter().enumerate() {
            rank[item] = i;
        }
    }
    let mut count = 0;
    for layer in order {
        let edges: Vec<(usize, usize)> = layer
            .iter()
            .flat_map(|&item| items[item].below.iter().map(move |&b| (item, b)))
            .map(|(a, b)| (rank[a], rank[b]))
            .collect();
        for (i, a) in edges.iter().enumerate() {
            count += edges[..i]
                .iter()
                .filter(|b| (a.0 < b.0 && a.1 > b.1) || (a.0 > b.0 && a.1 < b.1))
                .count();
        }
    }
    count
}

/// Moves everything towards the mean of its neighbours while keeping order and distances.
fn place(items: &mut [Item], order: &[Vec<usize>]) {
    for layer in order {
        let mut x = 0.0;
        for &item in layer {
            items[item].x = x + items[item].width / 2.0;
            x += items[item].width + GAP;
        }
    }
    for sweep in 0..PLACE_SWEEPS {
        let downwards = sweep % 2 == 0;
        for step in 0..order.len() {
            let layer = if downwards {
                &order[step]
            } else {
                &order[order.len() - 1 - step]
            };
            let wished: Vec<f64> = layer
                .iter()
                .map(|&item| {
                    let neighbours = items[item].above.iter().chain(&items[item].below);
                    mean(neighbours.map(|&n| items[n].x)).unwrap_or(items[item].x)
                })
                .collect();
            for (i, x) in apart(items, layer, &wished).into_iter().enumerate() {
                items[layer[i]].x = x;
            }
        }
    }
}

/// The places nearest to the wished ones (least squares) at which neighbours do not touch.
///
/// With the distances taken off, this is a monotone regression, which pooling solves exactly: a
/// place that would lie left of its predecessor's is merged with it at their mean.
fn apart(items: &[Item], layer: &[usize], wished: &[f64]) -> Vec<f64> {
    let mut offsets = Vec::with_capacity(layer.len());
    let mut offset = 0.0;
    for (i, &item) in layer.iter().enumerate() {
        if i > 0 {
            offset += (items[layer[i - 1]].width + items[item].width) / 2.0 + GAP;
        }
        offsets.push(offset);
    }
    let mut pools: Vec<(f64, usize)> = Vec::new(); // mean place and number of members
    for (x, offset) in wished.iter().zip(&offsets) {
        let mut pool = (x - offset, 1);
        while let Some(&last) = pools.last()
            && last.0 > pool.0
        {
            let members = last.1 + pool.1;
            let sum = last.0 * last.1 as f64 + pool.0 * pool.1 as f64;
            pool = (sum / members as f64, members);
            pools.pop();
        }
        pools.push(pool);
    }
    pools
        .iter()
        .flat_map(|&(x, members)| std::iter::repeat_n(x, members))
        .zip(&offsets)
        .map(|(x, offset)| x + offset)
        .collect()
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), x| (sum + x, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_of_a_layer_never_touch_and_edges_lead_downwards() {
        // Two diamonds on top of each other, an edge past both, and a late source.
        let edges = [
            (0, 1),
            (0, 2),
            (1, 3),
            (2, 3),
            (3, 4),
            (3, 5),
            (4, 6),
            (5, 6),
            (0, 6),
            (7, 6),
            (8, 6),
        ];
        let layout = layout(9, 200.0, &edges);
        for (i, a) in layout.boxes.iter().enumerate() {
            assert!(a.1 >= 100.0 - 1e-6 && a.1 <= layout.width - 100.0 + 1e-6);
            for b in &layout.boxes[..i] {
                assert!(a.0 != b.0 || (a.1 - b.1).abs() >= 200.0 + GAP - 1e-6);
            }
        }
        for (&(from, to), route) in edges.iter().zip(&layout.routes) {
            assert_eq!(route[0], layout.boxes[from]);
            assert_eq!(route[route.len() - 1], layout.boxes[to]);
            assert!(route.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1));
        }
        assert_eq!(layout.boxes[7].0, layout.boxes[6].0 - 1);
    }

    #[test]
    fn a_plain_crossing_is_undone() {
        let edges = [(0, 3), (1, 2)];
        let layout = layout(4, 100.0, &edges);
        let (a, b) = (
            layout.boxes[0].1 < layout.boxes[1].1,
            layout.boxes[3].1 < layout.boxes[2].1,
        );
        assert_eq!(a, b);
    }

    #[test]
    fn nothing_and_a_cycle_are_laid_out_too() {
        assert_eq!(layout(0, 100.0, &[]).layers, 0);
        assert_eq!(layout(1, 100.0, &[]).width, 100.0);
        assert_eq!(layout(2, 100.0, &[(0, 1), (1, 0)]).boxes.len(), 2);
    }
}
