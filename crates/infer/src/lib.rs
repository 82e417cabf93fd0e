//! `infer`
