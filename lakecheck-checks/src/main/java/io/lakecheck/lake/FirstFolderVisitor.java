// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.util.Optional;

/**
 * A visitor that stops at the first object in a subfolder of the listed folder. It is used to find the names of folders
 * in a lake that can list only objects. Not thread-safe.
 */
final class FirstFolderVisitor extends ForwardingListener implements Lake.Visitor {

    /**
     * The character after the slash in key order, which is {@code 0}. All keys in the folder {@code a/} come before
     * {@code a0}.
     */
    private static final char AFTER_SLASH = '/' + 1;

    private final String path;
    private Optional<String> name = Optional.empty();

    private FirstFolderVisitor(String path, Lake.Listener listener) {
        super(listener);
        this.path = path;
    }

    /**
     * Returns the name of the next subfolder; empty if there is none.
     *
     * @param last the name of the previous subfolder; empty to find the first one
     */
    static Optional<String> next(Optional<String> last, Lake lake, String root, String path, Lake.Listener listener) {
        FirstFolderVisitor first = new FirstFolderVisitor(path, listener);
        String after = last.map(name -> path + name + AFTER_SLASH).orElse("");
        lake.list(new KeyRange(root, path, after), first);
        return first.name;
    }

    @Override
    public boolean onObject(LakeObject object) {
        int slash = object.key().indexOf('/', path.length());
        name = slash < 0 ? Optional.empty() : Optional.of(object.key().substring(path.length(), slash));
        return slash < 0;
    }
}
