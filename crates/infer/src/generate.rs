//! The scheduler: many answers at once, each with its own slot of the cache.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::time::Instant;

use model::{Config, Model};
use tensor::{Precision, Workspace};
use tokenizer::{Special, Tokenizer};

use crate::Error;
use crate::cache::{Cache, Rows};
use crate::request::{Completion, Counts, Finish, Piece, Request, Token};
use crate::sampling::{largest, log_sum_exp};
use crate::text::TextStream;

/// Answers computed at once unless [`Generator::with_slots`] says otherwise.
const SLOTS: usize = 32;

/// Most rows of one step. Prompts are cut into pieces that fit beside the tokens of answers in
/// progress, so that memory stays bounded and no stream waits long for another's prompt.
const ROWS_MAX: usize = 512;

/// Continues prompts with a model.
///
/// Slots keep their keys and values after an answer: a next prompt that begins as an earlier
/// sequence did (the next turn of a chat, the same examples before another question) is computed
/// from where it differs.
pub struct Generator<'m> {
    pub(crate) model: &'m Model,
    pub(crate) tokenizer: Option<&'m Tokenizer>,
    pub(crate) workspace: Workspace,
    pub(crate) precision: Precision,
    cache: Cache,
    counts: Counts,
}

/// One answer in progress.
struct Active<'t> {
    request: usize,
    slot: usize,
    /// Prompt and answer.
    ids: Vec<u32>,
    /// Most ids the sequence may come to.
    ids_max: usize,
    tokens: Vec<Token>,
    stream: TextStream<'t>,
    cached_tokens: usize,
    finish: Option<Finish>,
}

impl<'m> Generator<'m> {
    /// A generator on token ids; text and stop strings need [`Generator::with_tokenizer`].
    pub fn new(model: &'m Model) -> Generator<'m> {
        Generator {
            model,
            tokenizer: None,
            workspace: Workspace::default(),
            precision: Precision::default(),
            cache: Cache::new(model.config(), SLOTS, Precision::default()),
            counts: Counts::default(),
        }
    }

    /// The same with text.
    ///
    /// # Errors
    /// [`Error::Vocabulary`] if the tokenizer has ids that the model has not.
    pub fn with_tokenizer(mut self, tokenizer: &'m Tokenizer) -> Result<Generator<'m>, Error> {
        let (model, tokens) = (self.config().vocab_size, tokenizer.vocab_size());
        if tokens > model {
            return Err(Error::Vocabulary {
                model,
                tokenizer: tokens,
            });
        }
        self.tokenizer = Some(tokenizer);
        Ok(self)
    }

    /// How activations are stored; [`Precision::default`] unless said. Forgets what is cached.
    pub fn with_precision(mut self, precision: Precision) -> Generator<'m> {
        self.precision = precision;
        self.cache = Cache::new(self.config(), self.cache.slots(), precision);
        self
    }

    /// How many answers are computed at once, at least one; forgets what is cached.
    pub fn with_slots(mut self, slots: usize) -> Generator<'m> {
        self.cache = Cache::new(self.config(), slots.max(1), self.precision);
        self
    }

    pub fn config(&self) -> &'m Config {
        self.model.config()
    }

    /// What has been done so far, with times.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// A greedy request that ends at the model's stop tokens.
    pub fn request(&self, prompt: Vec<u32>) -> Request {
        Request {
            prompt,
            stop_ids: self.config().eos_token_ids.clone(),
            ..Request::default()
        }
    }

    /// The same for the prompt of a chat: the answer also ends at any of the special tokens that our
    /// own chats are made of, for a model that has not learnt to end its turn goes on to the next one.
    pub fn chat_request(&self, prompt: Vec<u32>) -> Request {
        let mut request = self.request(prompt);
        if let Some(tokenizer) = self.tokenizer {
            let parts = Special::ALL.map(|part| tokenizer.special(part));
            request.stop_ids.extend(parts);
        }
        request
    }

    /// Continues one prompt; `receive` gets each token as it is chosen and may break off.
    ///
    /// # Errors
    /// [`Error::EmptyPrompt`], [`Error::ContextOverflow`], [`Error::Option`],
    /// [`Error::NoTokenizer`], or an id outside of the vocabulary.
    pub fn generate(
        &mut self,
        request: &Request,
        receive: &mut dyn FnMut(Piece) -> ControlFlow<()>,
    ) -> Result<Completion, Error> {
        let mut all = self.generate_all(std::slice::from_ref(request), receive)?;
        Ok(all.remove(0))
    }

    /// Continues many prompts at once, whatever their lengths; answers come in the requests' order.
    ///
    /// An answer is the same alone and among others, up to rounding in the last place of the
    /// logits: draws depend on the request's seed and the position only.
    ///
    /// # Errors
    /// As [`Generator::generate`], before anything is computed; of several requests, which one it was.
    pub fn generate_all(
        &mut self,
        requests: &[Request],
        receive: &mut dyn FnMut(Piece) -> ControlFlow<()>,
    ) -> Result<Vec<Completion>, Error> {
        for (index, request) in requests.iter().enumerate() {
            let in_request = |source| match requests.len() {
                1 => source,
                _ => Error::InRequest {
                    number: index + 1,
                    source: Box::new(source),
                },
            };
            self.check(request).map_err(in_request)?;
        }
        let mut waiting: VecDeque<usize> = (0..requests.len()).collect();
        let mut free: Vec<usize> = (0..self.cache.slots()).collect();
        let mut active: Vec<Active<'m>> = Vec::new();
        let mut done: Vec<Option<Completion>> = requests.iter().map(|_| None).collect();
        loop {
            while let (false, Some(next)) = (free.is_empty(), waiting.front().copied()) {
                waiting.pop_front();
                active.push(self.start(next, &requests[next], &mut free));
            }
            if active.is_empty() {
                break;
            }
            self.step(&mut active, requests, receive);
            for index in (0..active.len()).rev() {
                if let Some(finish) = active[index].finish.take() {
                    let answer = active.remove(index);
                    free.push(answer.slot);
                    let request = answer.request;
                    done[request] = Some(answer.complete(finish, &requests[request]));
                }
            }
        }
        Ok(done
            .into_iter()
            .map(|answer| answer.expect("every request was finished"))
            .collect())
    }

    fn check(&self, request: &Request) -> Result<(), Error> {
        request.sampling.validate()?;
        if !request.stop_strings.is_empty() && self.tokenizer.is_none() {
            return Err(Error::NoTokenizer {
                what: "a stop string",
            });
        }
        self.check_prompt(&request.prompt, 1)
    }

    /// Refuses a prompt that is empty, leaves fewer than `reserve` tokens of the context free, or
    /// has ids that the model has not.
    pub(crate) fn check_prompt(&self, prompt: &[u32], reserve: usize) -> Result<(), Error> {
        if prompt.is_empty() {
            return Err(Error::EmptyPrompt);
        }
        let context = self.config().context;
        if prompt.len() + reserve > context {
            return Err(Error::ContextOverflow {
                prompt: prompt.len(),
                reserve,
                context,
            });
        }
        Ok(self.config().check_ids(prompt)?)
    }

    /// Gives a request the free slot that holds most of its prompt already.
    fn start(&mut self, index: usize, request: &Request, free: &mut Vec<usize>) -> Active<'m> {
        // The last token is computed in any case: its logits are wanted.
        let reusable = &request.prompt[..request.prompt.len() - 1];
        let kept = |&slot: &usize| self.cache.common_prefix(slot, reusable);
        // Of several, one that loses least; of those, the lowest.
        let best = (0..free.len())
            .max_by_key(|&at| {
                (
                    kept(&free[at]),
                    std::cmp::Reverse((self.cache.len(free[at]), free[at])),
                )
            })
            .expect("a slot is free");
        let slot = free.remove(best);
        let cached_tokens = kept(&slot);
        self.cache.truncate(slot, cached_tokens);
        let room = self.config().context - request.prompt.len();
        let answer_max = request.max_tokens.unwrap_or(room).min(room);
        Active {
            request: index,
            slot,
            ids: request.prompt.clone(),
            ids_max: request.prompt.len() + answer_max,
            tokens: Vec::new(),
            stream: TextStream::new(self.tokenizer, &request.stop_strings),
            cached_tokens,
            finish: (answer_max == 0).then_some(Finish::MaxTokens),
        }
    }

    /// One pass over the model: each answer in progress gets its next token, and prompts as many
    /// rows as there is room for.
    fn step(
        &mut self,
        active: &mut [Active],
        requests: &[Request],
        receive: &mut dyn FnMut(Piece) -> ControlFlow<()>,
    ) {
        let started = Instant::now();
        let mut room = ROWS_MAX.max(self.cache.slots());
        let mut rows: Vec<Rows> = Vec::new();
        let mut choosing: Vec<usize> = Vec::new();
        let mut prompt_rows = 0;
        // Answers first: each needs one row.
        let is_answering = |answer: &Active| !answer.tokens.is_empty();
        let order = (0..active.len()).filter(|&i| is_answering(&active[i]));
        let order = order.chain((0..active.len()).filter(|&i| !is_answering(&active[i])));
        for index in order.filter(|&i| active[i].finish.is_none()) {
            let answer = &active[index];
            let pending = &answer.ids[self.cache.len(answer.slot)..];
            let taken = pending.len().min(room);
            if taken == 0 {
                continue;
            }
            room -= taken;
            prompt_rows += if is_answering(answer) { 0 } else { taken };
            let wants_logits = taken == pending.len();
            rows.push(Rows {
                slot: answer.slot,
                ids: &pending[..taken],
                wants_logits,
            });
            if wants_logits {
                choosing.push(index);
            }
        }
        if rows.is_empty() {
            return;
        }
        let (decoder, params) = (&self.model.decoder, &self.model.params);
        let mut logits =
            self.cache
                .forward(decoder, params, &mut self.workspace, self.precision, &rows);
        let vocab_size = decoder.config.vocab_size;
        for (&index, logits) in choosing.iter().zip(logits.chunks_exact_mut(vocab_size)) {
            let answer = &mut active[index];
            answer.choose(logits, &requests[answer.request], receive);
        }
        let seconds = started.elapsed().as_secs_f64();
        let chosen = choosing.len() as u64;
        self.counts.prompt_tokens += prompt_rows as u64;
        self.counts.generated_tokens += chosen;
        if prompt_rows > 0 {
            self.counts.prompt_s += seconds;
        } else {
            self.counts.decode_s += seconds;
            self.counts.decode_tokens += chosen;
        }
    }
}

impl Active<'_> {
    /// Chooses the next token from `logits` (V) and passes it on.
    fn choose(
        &mut self,
        logits: &mut [f32],
        request: &Request,
        receive: &mut dyn FnMut(Piece) -> ControlFlow<()>,
    ) {
        let total = log_sum_exp(logits);
        let mut top = largest(logits, request.top_logprobs);
        top.iter_mut().for_each(|(_, logit)| *logit -= total);
        let untouched = (request.sampling.repetition_penalty != 1.0).then(|| logits.to_vec());
        let id = request.sampling.choose(logits, &self.ids, self.ids.len());
        let logit = untouched.as_deref().unwrap_or(logits)[id as usize];
        if request.stop_ids.contains(&id) {
            return self.end(Finish::StopToken(id), receive);
        }
        self.ids.push(id);
        let token = Token {
            id,
            logprob: logit - total,
            top,
        };
        let text = self.stream.push(id);
        let piece = Piece {
            request: self.request,
            token: Some(&token),
            text: &text,
        };
        let wanted = receive(piece);
        self.tokens.push(token);
        if let Some(stop) = self.stream.stopped_at.take() {
            self.finish = Some(Finish::StopString(stop));
        } else if wanted.is_break() {
            // The receiver has had enough: what was held back goes into the text alone.
            self.end(Finish::Cancelled, &mut |_| ControlFlow::Break(()));
        } else if self.ids.len() == self.ids_max {
            let finish = Finish::at_length(self.tokens.len(), request.max_tokens);
            self.end(finish, receive);
        }
    }

    /// Ends the answer and passes on text that was held back.
    fn end(&mut self, finish: Finish, receive: &mut dyn FnMut(Piece) -> ControlFlow<()>) {
        self.finish = Some(finish);
        let text = self.stream.finish();
        if let Some(stop) = self.stream.stopped_at.take() {
            self.finish = Some(Finish::StopString(stop));
        }
        if !text.is_empty() {
            // Nothing is left to break off.
            let _ = receive(Piece {
                request: self.request,
                token: None,
                text: &text,
            });
        }
    }

    fn complete(self, finish: Finish, request: &Request) -> Completion {
        Completion {
            tokens: self.tokens,
            text: self.stream.text,
            finish,
            prompt_tokens: request.prompt.len(),
            cached_tokens: self.cached_tokens,
        }
    }
}
