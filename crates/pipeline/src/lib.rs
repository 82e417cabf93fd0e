//! From a recipe to a model: the stages in their order, each made once and never again until its
//! inputs change.
