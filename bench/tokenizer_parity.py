"""Our tokenizer beside Hugging Face's: equal ids, equal training, and speed.

    pip install tokenizers transformers jinja2
    python bench/tokenizer_parity.py --corpus TEXT.jsonl.zst [MORE …]

Checks, each of which must hold for every string:
  1. our tokenizer.json gives the same ids in `tokenizers`, special strings as data and as tokens;
  2. `tokenizers` learns the same vocabulary and merges from the same texts;
  3. tokenizers that `tokenizers` made (GPT-2's and Llama 3's way of cutting) give the same ids here;
  4. `transformers.AutoTokenizer` opens our folder, `apply_chat_template` gives our ids, and a text gets the token that
     begins documents, once.
Then it times training and encoding of both on one core. Exit status 1 if a check fails.

A corpus is a .jsonl[.zst] file with a field "text", or plain text. `.zst` needs the zstd program.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ["RAYON_NUM_THREADS"] = "1"  # one core for both
os.environ["TOKENIZERS_PARALLELISM"] = "false"

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers  # noqa: E402
from transformers import AutoTokenizer  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
SPECIALS = ["<|endoftext|>", "<|pad|>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>"]
LLAMA3 = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}"
    r"| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)
LIVELY = [" ", "  ", "\n", "\r\n", "\t", "'s", "’ll", "I'm", "a", "Zebra", "é", "ß", "12", "９", "あ", "ました。",
          "ー", "カタ", "ｱ", "・", "漢字", "々", "、", "「", "!?", "…", "😀", "\u200d", "\u3000", "\x85", "\0", "한국",
          "яблоко", "ｗｗ", "\U00020000", "\U0010ffff", "<|end|>", "<|user|>", "e\u0301", "か\u3099"]


def documents(path):
    """The texts of one corpus file."""
    name = str(path).removesuffix(".zst")
    if name != str(path):
        data = subprocess.run(["zstd", "-dc", path], check=True, capture_output=True).stdout
    else:
        data = Path(path).read_bytes()
    text = data.decode()
    return [json.loads(line)["text"] for line in text.splitlines()] if name.endswith(".jsonl") else [text]


def real_texts(texts, count, rng):
    """Lines and short passages from all over the corpus."""
    found = []
    while len(found) < count:
        text = rng.choice(texts)
        start = rng.randrange(max(1, len(text)))
        found.append(text[start : start + rng.choice([20, 100, 500])])
    return found


def random_texts(count, rng):
    """Characters of all Unicode mixed with those on the borders of our classes."""
    found = []
    for _ in range(count):
        parts = []
        for _ in range(rng.randrange(40)):
            if rng.random() < 0.3:
                code = rng.randrange(0x110000 - 0x800)
                parts.append(chr(code if code < 0xD800 else code + 0x800))
            else:
                parts.append(rng.choice(LIVELY) * (30 if rng.random() < 0.08 else 1))
        found.append("".join(parts))
    return found


def ours(program, *arguments, lines):
    """Runs our program on JSON lines."""
    text = "".join(json.dumps(line) + "\n" for line in lines)
    result = subprocess.run([program, *map(str, arguments)], input=text, capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"our program failed on {arguments}: {result.stderr}")
    return [json.loads(line) for line in result.stdout.splitlines()]


def compare(what, strings, left, right):
    """Prints one line; true if all are equal."""
    wrong = [i for i in range(len(strings)) if left[i] != right[i]]
    print(f"{'ok  ' if not wrong else 'FAIL'}  {what}: {len(strings) - len(wrong)} of {len(strings)} equal")
    for i in wrong[:3]:
        print(f"      {strings[i]!r}\n        ours   {left[i]}\n        theirs {right[i]}")
    return not wrong


def byte_level(first_step):
    """An untrained tokenizer that cuts by the given step."""
    tokenizer = Tokenizer(models.BPE())
    steps = [first_step] if first_step else []
    steps.append(pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=first_step is None))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(steps)
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def train_theirs(tokenizer, texts, vocab_size):
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size,
        min_frequency=2,
        special_tokens=SPECIALS,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)


def check_ours(program, folder, strings):
    theirs = Tokenizer.from_file(str(folder / "tokenizer.json"))
    with_specials = [theirs.encode(s, add_special_tokens=False).ids for s in strings]
    good = compare("our file, special tokens", strings, ours(program, "encode-specials", folder, lines=strings), with_specials)
    theirs.encode_special_tokens = True
    as_data = [theirs.encode(s, add_special_tokens=False).ids for s in strings]
    return good & compare("our file, all as data", strings, ours(program, "encode", folder, lines=strings), as_data)


def check_training(folder, texts, vocab_size):
    mine = json.loads((folder / "tokenizer.json").read_text())
    regex = mine["pre_tokenizer"]["pretokenizers"][0]["pattern"]["Regex"]
    theirs = byte_level(pre_tokenizers.Split(Regex(regex), "isolated"))
    start = time.perf_counter()
    train_theirs(theirs, texts, vocab_size)
    seconds = time.perf_counter() - start
    model = json.loads(theirs.to_str())["model"]
    good = mine["model"]["vocab"] == model["vocab"] and mine["model"]["merges"] == model["merges"]
    print(f"{'ok  ' if good else 'FAIL'}  training: {len(model['merges'])} merges and {len(model['vocab'])} tokens equal")
    return good, seconds


def check_theirs(program, folder, texts, strings, vocab_size):
    good = True
    kinds = {
        "GPT-2's expression": None,
        "Llama 3's expression": pre_tokenizers.Split(Regex(LLAMA3), "isolated"),
        "digits apart": pre_tokenizers.Digits(individual_digits=True),
    }
    for name, step in kinds.items():
        theirs = byte_level(step)
        train_theirs(theirs, texts, vocab_size)
        theirs.save(str(folder / "tokenizer.json"))
        expected = [theirs.encode(s).ids for s in strings]
        good &= compare(f"their file, {name}", strings, ours(program, "encode-specials", folder, lines=strings), expected)
    return good


def check_chat(program, folder, strings, rng):
    theirs = AutoTokenizer.from_pretrained(folder)
    chats = []
    for _ in range(200):
        messages = [{"role": "system", "content": rng.choice(strings)}] if rng.random() < 0.5 else []
        for turn in range(rng.randrange(1, 6)):
            content = rng.choice(strings)
            for special in SPECIALS:  # in contents we differ on purpose: there they are data
                content = content.replace(special, "")
            messages.append({"role": ["user", "assistant"][turn % 2], "content": content})
        messages[0]["content"] = messages[0]["content"].replace("<|", "")
        chats.append({"messages": messages, "add_generation_prompt": rng.random() < 0.5})
    expected = [
        list(theirs.apply_chat_template(c["messages"], add_generation_prompt=c["add_generation_prompt"], return_dict=False))
        for c in chats
    ]
    found = [tokens["ids"] for tokens in ours(program, "chat", folder, lines=chats)]
    good = compare("apply_chat_template", [str(c) for c in chats], found, expected)
    begun = [[theirs.bos_token_id, *ids] for ids in ours(program, "encode-specials", folder, lines=strings)]
    good &= compare("how documents begin", strings, begun, [list(theirs(s).input_ids) for s in strings])
    ends = (theirs.bos_token, theirs.eos_token, theirs.pad_token)
    if ends != ("<|endoftext|>", "<|end|>", "<|pad|>"):
        print(f"FAIL  bos, eos, pad: {ends}")
        good = False
    return good


def write_fixtures(program, folder, rng):
    """Small tokenizers with the ids that `tokenizers` gives: the golden files of our tests."""
    texts = ["The children didn't read 12 stories; the cat read them.\n", "子どもたちは猫の話を読みました。カレーを食べた。\n"] * 3
    strings = random_texts(60, rng) + texts[:2]
    for name, step in (("ours", None), ("gpt2", None), ("llama3", pre_tokenizers.Split(Regex(LLAMA3), "isolated"))):
        place = folder / name
        place.mkdir(parents=True, exist_ok=True)
        if name == "ours":
            ours(program, "train", place, 320, lines=texts)
            theirs = Tokenizer.from_file(str(place / "tokenizer.json"))
        else:
            theirs = byte_level(step)
            train_theirs(theirs, texts, 320)
            theirs.save(str(place / "tokenizer.json"))
        golden = []
        for string in strings:
            theirs.encode_special_tokens = False
            with_specials = theirs.encode(string, add_special_tokens=False).ids
            theirs.encode_special_tokens = True
            ids = theirs.encode(string, add_special_tokens=False).ids
            golden.append({"text": string, "ids": ids, "with_specials": with_specials})
        (place / "golden.json").write_text("[\n" + ",\n".join(json.dumps(g) for g in golden) + "\n]\n")


def time_encoding(program, folder, texts, rounds):
    """Megabytes a second, the best of some rounds taken in turn."""
    theirs = Tokenizer.from_file(str(folder / "tokenizer.json"))
    megabytes = sum(len(t.encode()) for t in texts) / 1e6
    fast, slow = [], []
    for _ in range(rounds):
        fast.append(megabytes / ours(program, "time", folder, lines=texts)[0]["seconds"])
        start = time.perf_counter()
        theirs.encode_batch_fast(texts, add_special_tokens=False)  # no offsets: its quickest way
        slow.append(megabytes / (time.perf_counter() - start))
    return max(fast), max(slow)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", nargs="+", type=Path, default=[], help=".jsonl, .jsonl.zst or .txt files")
    parser.add_argument("--write-fixtures", type=Path, metavar="FOLDER", help="write the golden files and do no more")
    parser.add_argument("--megabytes", type=float, default=4.0, help="text of each file to use")
    parser.add_argument("--vocab-size", type=int, default=4096)
    parser.add_argument("--strings", type=int, default=2000, help="real strings, and as many random ones")
    parser.add_argument("--rounds", type=int, default=3, help="of the timing of encoding")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)

    subprocess.run(["cargo", "build", "-q", "--release", "-p", "tokenizer", "--example", "jsonl"], cwd=ROOT, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    program = target / "release" / "examples" / "jsonl"

    if options.write_fixtures:
        return write_fixtures(program, options.write_fixtures, rng)
    if not options.corpus:
        parser.error("give at least one --corpus")
    texts = []
    for path in options.corpus:
        size = 0
        for text in documents(path):
            if size >= options.megabytes * 1e6:
                break
            text = text[: int(options.megabytes * 1e6)]
            texts.append(text)
            size += len(text.encode())
    strings = real_texts(texts, options.strings, rng) + random_texts(options.strings, rng)
    megabytes = sum(len(t.encode()) for t in texts) / 1e6
    print(f"{megabytes:.1f} MB of text, vocabulary {options.vocab_size}, {len(strings)} strings")

    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as foreign:
        folder, foreign = Path(folder), Path(foreign)
        trained = ours(program, "train", folder, options.vocab_size, lines=texts)[0]
        good = check_ours(program, folder, strings)
        same, their_seconds = check_training(folder, texts, options.vocab_size)
        good &= same
        good &= check_theirs(program, foreign, texts[: len(texts) // 4 + 1], strings, options.vocab_size)
        good &= check_chat(program, folder, strings, rng)
        mine, theirs = time_encoding(program, folder, texts, options.rounds)

    print(f"training: ours {trained['seconds']:.2f} s, tokenizers {their_seconds:.2f} s, "
          f"{their_seconds / trained['seconds']:.1f} times as fast")
    print(f"encoding: ours {mine:.1f} MB/s, tokenizers {theirs:.1f} MB/s, {mine / theirs:.1f} times as fast")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
