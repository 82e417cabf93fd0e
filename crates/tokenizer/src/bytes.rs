//! The printable stand-ins for bytes that `tokenizer.json` spells tokens with.
//!
//! GPT-2's convention (Radford et al. 2019, `bytes_to_unicode`): a byte that is a printable
//! character of Latin-1 stands for itself, the other 68 are written as U+0100, U+0101 and so on.

/// True for the bytes that are written as themselves.
const fn is_printable(byte: u8) -> bool {
    matches!(byte, 0x21..=0x7E | 0xA1..=0xAC | 0xAE..=0xFF)
}

/// Byte → stand-in.
const TO_CHAR: [char; 256] = {
    let mut table = ['\0'; 256];
    let (mut byte, mut moved) = (0usize, 0u32);
    while byte < 256 {
        table[byte] = if is_printable(byte as u8) {
            byte as u8 as char
        } else {
            moved += 1;
            match char::from_u32(0xFF + moved) {
                Some(c) => c,
                None => unreachable!(),
            }
        };
        byte += 1;
    }
    table
};

/// How many characters are in use: the code points below 256 + 68.
const STAND_INS: usize = 256 + 68;

/// Stand-in → byte; 256 where the character stands for none.
const TO_BYTE: [u16; STAND_INS] = {
    let mut table = [256u16; STAND_INS];
    let mut byte = 0;
    while byte < 256 {
        table[TO_CHAR[byte] as usize] = byte as u16;
        byte += 1;
    }
    table
};

/// Writes bytes in stand-in characters.
pub(crate) fn spell(bytes: &[u8]) -> String {
    bytes.iter().map(|&b| TO_CHAR[b as usize]).collect()
}

/// Reads stand-in characters; the first character that is none is returned as the error.
pub(crate) fn unspell(text: &str) -> Result<Vec<u8>, char> {
    text.chars()
        .map(|c| match TO_BYTE.get(c as usize) {
            Some(&byte) if byte < 256 => Ok(byte as u8),
            _ => Err(c),
        })
        .collect()
}

/// The 256 bytes in the order of their stand-ins, which is the order of their token ids.
pub(crate) fn in_id_order() -> [u8; 256] {
    let mut order: [u8; 256] = std::array::from_fn(|i| i as u8);
    order.sort_by_key(|&b| TO_CHAR[b as usize]);
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_stand_ins() {
        assert_eq!(spell(b" a\n\x00"), "ĠaĊĀ");
        assert_eq!(spell("あ".as_bytes()), "ãģĤ");
        assert_eq!(in_id_order()[0], b'!');
        assert_eq!(in_id_order()[255], 0xAD);
    }

    #[test]
    fn every_byte_returns() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(unspell(&spell(&all)).unwrap(), all);
        assert_eq!(unspell("a b"), Err(' '));
        assert_eq!(unspell("日"), Err('日'));
    }
}
