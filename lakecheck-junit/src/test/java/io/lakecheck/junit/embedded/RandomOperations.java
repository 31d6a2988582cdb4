// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A reproducible sequence of random operations. There are only a few buckets and keys, so that many operations affect
 * the same object.
 */
final class RandomOperations {

    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "c/1",
            "c/2",
            "c/d/1",
            "c/d/2",
            "c-d",
            "c0",
            "dt%3D2026-01-01/part-0",
            "dt%3D2026-01-01/_SUCCESS",
            "dt%3D2026-01-02/part-0",
            "%C3%A4",
            "%F0%9F%98%80",
            "%EF%BD%9E",
            "with%20space",
            "with%2Bplus",
            "100%25",
            "%3Cb%3E%26%22",
            "quote'",
            "z/",
            "z//y",
            "Upper",
            "~tilde",
            "star*");

    private final Random random;
    private final String prefix;
    private final List<Comparison.Upload> uploads = new ArrayList<>();

    /** @param prefix the start of the names of all buckets */
    RandomOperations(long seed, String prefix) {
        this.random = new Random(seed);
        this.prefix = prefix;
    }

    /** Returns operations that create the buckets that the sequence assumes to exist. */
    List<RandomOperation> first() {
        return Stream.of("one", "two")
                .map(name -> RandomOperation.of("PUT", "/" + prefix + name))
                .toList();
    }

    /** Returns operations that delete everything that the sequence may have left. */
    List<RandomOperation> last() {
        return Stream.of("one", "two", "three")
                .flatMap(name -> Stream.of(
                        delete("/" + prefix + name, NAMES), RandomOperation.of("DELETE", "/" + prefix + name)))
                .toList();
    }

    /** Returns the next operation. */
    RandomOperation next() {
        int choice = random.nextInt(100);
        if (choice < 22) {
            return put();
        }
        if (choice < 36) {
            return read(random.nextInt(3) == 0 ? "HEAD" : "GET");
        }
        if (choice < 44) {
            return RandomOperation.of("DELETE", object());
        }
        if (choice < 48) {
            return deleteMany();
        }
        if (choice < 56) {
            return copy();
        }
        if (choice < 72) {
            return list();
        }
        if (choice < 76) {
            return tagging();
        }
        if (choice < 79) {
            return bucketOperation();
        }
        return upload();
    }

    private String bucket() {
        return prefix + (random.nextInt(60) == 0 ? "missing" : one(List.of("one", "two")));
    }

    private String object() {
        return "/" + bucket() + "/" + one(NAMES);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String content() {
        return "content " + random.nextInt(5);
    }

    private RandomOperation put() {
        RandomOperation put = RandomOperation.of("PUT", object()).body(random.nextInt(6) == 0 ? "" : content());
        return switch (random.nextInt(9)) {
            case 0 -> put.header("If-None-Match", "*");
            case 1 -> put.header("If-Match", "\"" + md5(content()) + "\"");
            case 2 -> put.header("Content-Type", "text/plain").header("Cache-Control", "no-store");
            case 3 -> put.header("x-amz-meta-day", "2026-01-0" + random.nextInt(9));
            case 4 -> put.header("x-amz-tagging", "team=kpi&stage=test");
            case 5 -> rejected("x-amz-checksum-crc32", "AAAAAA==");
            case 6 -> rejected("Content-MD5", "jXd/OF09/siBXSD3SWAm3A==");
            default -> put;
        };
    }

    /**
     * Returns a write that is rejected. It replaces no object, because on LocalStack, a rejected write damages the
     * object that it would have replaced.
     */
    private RandomOperation rejected(String checksum, String value) {
        return RandomOperation.of("PUT", "/" + bucket() + "/rejected")
                .body(content())
                .header(checksum, value);
    }

    private static String md5(String text) {
        Digest digest = Digest.of("MD5");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        return HexFormat.of().formatHex(digest.value());
    }

    private RandomOperation read(String method) {
        RandomOperation read = RandomOperation.of(method, object());
        return switch (random.nextInt(10)) {
            case 0 -> read.header("Range", "bytes=" + random.nextInt(12) + "-" + random.nextInt(12));
            case 1 -> read.header("Range", "bytes=-" + random.nextInt(12));
            case 2 -> read.header("Range", "bytes=" + random.nextInt(12) + "-");
            case 3 -> read.header("If-None-Match", "\"" + md5(content()) + "\"");
            case 4 -> read.header("If-Match", "\"" + md5(content()) + "\"");
            case 5 -> read.header("If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT");
            case 6 -> read.header("If-Unmodified-Since", "Thu, 01 Jan 1970 00:00:00 GMT");
            default -> read;
        };
    }

    private RandomOperation deleteMany() {
        List<String> names = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> one(NAMES))
                .toList();
        return delete("/" + bucket(), names);
    }

    private RandomOperation delete(String bucket, List<String> names) {
        String keys = names.stream()
                .map(name -> Address.decode(name).replace("&", "&amp;").replace("<", "&lt;"))
                .map(key -> "<Object><Key>" + key + "</Key></Object>")
                .collect(Collectors.joining());
        String quiet = random.nextBoolean() ? "<Quiet>true</Quiet>" : "";
        return RandomOperation.of("POST", bucket + "?delete").xml("<Delete>" + quiet + keys + "</Delete>");
    }

    private RandomOperation copy() {
        RandomOperation copy = RandomOperation.of("PUT", object()).header("x-amz-copy-source", object());
        return switch (random.nextInt(5)) {
            case 0 -> copy.header("x-amz-metadata-directive", "REPLACE").header("x-amz-meta-copied", "1");
            case 1 -> copy.header("x-amz-tagging-directive", "REPLACE").header("x-amz-tagging", "copied=1");
            case 2 -> copy.header("x-amz-copy-source-if-match", "\"" + md5(content()) + "\"");
            default -> copy;
        };
    }

    private RandomOperation list() {
        String list = "/" + bucket() + (random.nextBoolean() ? "?list-type=2" : "?x-id=List");
        String delimiter = random.nextBoolean() ? "&delimiter=" + one(List.of("/", "/", "/", "-", "%3D")) : "";
        return switch (random.nextInt(5)) {
            case 0 -> RandomOperation.of("GET", list + "&max-keys=" + (1 + random.nextInt(6)));
            case 1 -> RandomOperation.of("GET", list + delimiter + "&encoding-type=url");
            case 2 ->
                RandomOperation.of(
                        "GET", list + delimiter + (list.contains("x-id") ? "&marker=" : "&start-after=") + one(NAMES));
            case 3 ->
                RandomOperation.of(
                        "GET",
                        list + delimiter + "&prefix=" + one(List.of("c", "c/", "dt%3D", "%C3%A4", "none", "z/")));
            default -> pages(list + delimiter);
        };
    }

    /**
     * Returns a listing with several pages. It has a prefix, because on LocalStack, a page has no next page if it ends
     * with a character outside ASCII.
     */
    private RandomOperation pages(String list) {
        String prefix = one(List.of("c", "c/", "dt%3D", "w", "z"));
        return RandomOperation.of("GET", list + "&prefix=" + prefix + "&max-keys=" + (1 + random.nextInt(3)))
                .withNextPages();
    }

    private RandomOperation tagging() {
        String path = object() + "?tagging";
        return switch (random.nextInt(3)) {
            case 0 -> RandomOperation.of("GET", path);
            case 1 -> RandomOperation.of("DELETE", path);
            default ->
                RandomOperation.of("PUT", path)
                        .xml("<Tagging><TagSet><Tag><Key>k" + random.nextInt(3)
                                + "</Key><Value>v</Value></Tag></TagSet></Tagging>");
        };
    }

    private RandomOperation bucketOperation() {
        String path = "/" + prefix + one(List.of("one", "two", "three"));
        return switch (random.nextInt(5)) {
            case 0 -> RandomOperation.of("GET", "/");
            case 1 -> RandomOperation.of("HEAD", path);
            case 2 -> RandomOperation.of("GET", path + "?location");
            case 3 -> RandomOperation.of("DELETE", path);
            default -> RandomOperation.of("PUT", path);
        };
    }

    private RandomOperation upload() {
        if (uploads.isEmpty() || random.nextInt(5) == 0) {
            String path = object();
            Comparison.Upload upload = new Comparison.Upload(path);
            uploads.add(upload);
            return RandomOperation.of("POST", path + "?uploads").starts(upload);
        }
        Comparison.Upload upload = one(uploads);
        return switch (random.nextInt(8)) {
            case 0 -> RandomOperation.of("DELETE", upload.path()).of(upload);
            case 1 -> RandomOperation.of("GET", upload.path()).of(upload);
            case 2 -> RandomOperation.of("GET", "/" + bucket() + "?uploads");
            case 3, 4 -> complete(upload);
            default -> part(upload);
        };
    }

    private RandomOperation part(Comparison.Upload upload) {
        int number = 1 + random.nextInt(3);
        RandomOperation part = RandomOperation.of("PUT", upload.path() + "?partNumber=" + number)
                .of(upload);
        if (random.nextInt(4) == 0) {
            return part.header("x-amz-copy-source", object());
        }
        String content = content();
        upload.etags().put(number, md5(content));
        return part.body(content);
    }

    private RandomOperation complete(Comparison.Upload upload) {
        List<Integer> numbers = new ArrayList<>(upload.etags().keySet());
        if (random.nextInt(3) > 0 && !numbers.isEmpty()) {
            numbers = List.of(one(numbers));
        }
        String parts = numbers.stream()
                .map(number -> "<Part><PartNumber>" + number + "</PartNumber><ETag>\""
                        + upload.etags().get(number) + "\"</ETag></Part>")
                .collect(Collectors.joining());
        return RandomOperation.of("POST", upload.path())
                .of(upload)
                .xml("<CompleteMultipartUpload>" + parts + "</CompleteMultipartUpload>");
    }
}
