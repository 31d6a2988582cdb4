// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A generator of suites from the examples in the vocabulary. All keys are valid, but their combination may not be. */
final class RandomSuite {

    private static final Origin HERE = Origin.of("here");

    /** Keys that are invalid without a certain value of {@code each}. */
    private static final List<Term<?>> OF_EACH = List.of(EachWords.NEW, EachWords.ENDED, EachWords.MEMBERS);

    /** Keys that are invalid in a dataset unless its location has hours or minutes. */
    private static final List<Term<?>> OF_HOURS = List.of(SharedTerms.HOURS, SharedTerms.PERIOD);

    private final Random random;

    RandomSuite(long seed) {
        this.random = new Random(seed);
    }

    Node make() {
        return block(SuiteWords.WORDS);
    }

    private Node any(Term<?> term) {
        if (term.type() instanceof Vocabulary words) {
            return block(words);
        }
        if (term.type() instanceof CheckListType) {
            return checks();
        }
        if (term.type() instanceof NamedType<?> named && named.value() instanceof Vocabulary words) {
            List<Block.Entry> entries = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3); i++) {
                entries.add(new Block.Entry(word(named.noun() + "-" + i), block(words)));
            }
            return new Block(entries, HERE);
        }
        if (term.equals(SharedTerms.CALENDAR)) {
            return word("calendar-0");
        }
        String example = random.nextInt(3) == 0 ? term.fallback().orElse(term.example()) : term.example();
        return YamlTree.read(example, HERE, new Problems());
    }

    private Node block(Vocabulary words) {
        List<Block.Entry> entries = new ArrayList<>();
        for (Term<?> term : words.terms()) {
            if (term.required()
                    || (words.equals(DatasetWords.WORDS) && term.equals(CheckListType.CHECKS))
                    || (random.nextInt(4) == 0
                            && !OF_EACH.contains(term)
                            && !(words.equals(DatasetWords.WORDS) && OF_HOURS.contains(term)))) {
                entries.add(new Block.Entry(word(term.name()), any(term)));
            }
        }
        if (entries.stream().anyMatch(entry -> entry.name().text().equals(EachWords.EACH.name()))) {
            entries.replaceAll(entry -> entry.name().text().equals("location")
                    ? new Block.Entry(entry.name(), word("s3://refined/{tenant}/dt={date}/"))
                    : entry);
        }
        return new Block(entries, HERE);
    }

    private Node checks() {
        List<Node> checks = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            Vocabulary words = CheckListType.KINDS
                    .get(random.nextInt(CheckListType.KINDS.size()))
                    .words();
            checks.add(new Block(List.of(new Block.Entry(word(words.name()), block(words))), HERE));
        }
        return new Items(checks, HERE);
    }

    private static Word word(String text) {
        return new Word(text, HERE);
    }
}
