// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A parser that turns YAML into {@link Node}s. It accepts only what a suite needs: mappings, lists and text in one
 * document of limited depth and size. It rejects anchors, aliases and tags, so that a hostile file can neither expand
 * in memory nor create objects. Every value remains text.
 */
final class YamlTree {

    private static final int DEEPEST = 32;

    /**
     * The maximum number of keys and values. This is enough for a thousand datasets, and a file of this size is still
     * parsed quickly.
     */
    private static final int MOST = 40_000;

    private final Origin source;
    private final Problems problems;
    private final Iterator<Event> events;
    private int nodes;

    private YamlTree(String text, Origin source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.events = new Parse(LoadSettings.builder().setUseMarks(true).build())
                .parseString(text)
                .iterator();
    }

    /**
     * Parses YAML text. A problem in one place does not prevent the rest from being parsed.
     *
     * @throws SuiteProblemsException if the text is not valid YAML or exceeds the limits
     */
    static Node read(String text, Origin source, Problems problems) {
        YamlSyntax.rejectUnprintable(text, source);
        return new YamlTree(text, source, problems).root().orElseThrow(() -> {
            problems.throwIfAny();
            return new IllegalStateException("no nodes, but no problem either");
        });
    }

    private Optional<Node> root() {
        try {
            Event first = next(Event.ID.DocumentStart, Event.ID.StreamEnd);
            if (first.getEventId() == Event.ID.StreamEnd) {
                problems.add(source.at(1, 1), "the file is empty", "Add the key 'datasets' with at least one dataset");
                return Optional.empty();
            }
            Node root = node(events.next(), 1);
            Event second = next(Event.ID.DocumentStart, Event.ID.StreamEnd);
            if (second.getEventId() == Event.ID.DocumentStart) {
                problems.add(origin(second), "unexpected second document", "Write one suite per file, without ---");
            }
            return Optional.of(root);
        } catch (MarkedYamlEngineException e) {
            problems.add(
                    origin(e.getProblemMark().or(e::getContextMark)),
                    YamlSyntax.describe(String.valueOf(e.getProblem())),
                    YamlSyntax.remedy(e));
        } catch (YamlEngineException e) {
            problems.add(source, YamlSyntax.describe(String.valueOf(e.getMessage())), "");
        }
        return Optional.empty();
    }

    private Event next(Event.ID... wanted) {
        Event event = events.next();
        while (!Set.of(wanted).contains(event.getEventId())) {
            event = events.next();
        }
        return event;
    }

    private Node node(Event event, int depth) {
        Origin origin = origin(event);
        checkBounds(origin, depth);
        YamlFeatures.rejectUnsupported(event, origin, problems);
        if (event instanceof MappingStartEvent) {
            return block(origin, depth);
        }
        if (event instanceof CollectionStartEvent) {
            List<Node> items = new ArrayList<>();
            for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
                items.add(node(item, depth + 1));
            }
            return new Items(items, origin);
        }
        return event instanceof ScalarEvent scalar ? new Word(scalar.getValue(), origin) : new Word("", origin);
    }

    private void checkBounds(Origin origin, int depth) {
        if (depth > DEEPEST) {
            problems.add(origin, "the suite is nested more than " + DEEPEST + " levels deep", "Reduce the nesting");
            problems.throwIfAny();
        }
        if (++nodes > MOST) {
            problems.add(origin, "the suite has more than " + MOST + " keys and values", "Shorten or split it");
            problems.throwIfAny();
        }
    }

    private Block block(Origin origin, int depth) {
        List<Block.Entry> entries = new ArrayList<>();
        for (Event key = events.next(); key.getEventId() != Event.ID.MappingEnd; key = events.next()) {
            Node name = node(key, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (name instanceof Word word) {
                entries.add(new Block.Entry(word, value));
            } else {
                problems.add(name.origin(), "the key is " + name.shape(), "Expected a name before the colon");
            }
        }
        return new Block(entries, origin);
    }

    private Origin origin(Event event) {
        return origin(event.getStartMark());
    }

    private Origin origin(Optional<Mark> mark) {
        return mark.map(at -> source.at(at.getLine() + 1, at.getColumn() + 1)).orElse(source);
    }
}
