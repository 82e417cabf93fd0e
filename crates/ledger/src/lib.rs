//! `ledger`
