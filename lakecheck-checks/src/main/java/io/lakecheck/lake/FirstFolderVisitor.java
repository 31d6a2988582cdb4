// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.util.Optional;

/**
 * Stops a listing at the first object that lies in a folder below the listed one: so a lake that can only list tells
 * folders' names too. For one thread.
 */
final class FirstFolderVisitor implements Lake.Visitor {

    /** What follows the slash in key order: behind a name and this come the keys that are in that folder no more. */
    private static final char BEHIND_SLASH = '/' + 1;

    private final String path;
    private final Lake.Listener listener;
    private Optional<String> name = Optional.empty();

    private FirstFolderVisitor(String path, Lake.Listener listener) {
        this.path = path;
        this.listener = listener;
    }

    /**
     * The folder behind another one; empty behind the last.
     *
     * @param last the name of the other one; empty for the beginning
     */
    static Optional<String> behind(Optional<String> last, Lake lake, String root, String path, Lake.Listener listener) {
        FirstFolderVisitor first = new FirstFolderVisitor(path, listener);
        lake.list(
                new KeyRange(
                        root, path, last.map(name -> path + name + BEHIND_SLASH).orElse("")),
                first);
        return first.name;
    }

    @Override
    public boolean onObject(LakeObject object) {
        int slash = object.key().indexOf('/', path.length());
        name = slash < 0 ? Optional.empty() : Optional.of(object.key().substring(path.length(), slash));
        return slash < 0;
    }

    @Override
    public void onAnswer(Lake.Answer answer) {
        listener.onAnswer(answer);
    }

    @Override
    public void onRetry() {
        listener.onRetry();
    }
}
