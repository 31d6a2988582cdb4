// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.Checksum;

/** A digest or checksum that is computed from bytes as they arrive. */
interface Digest {

    void update(byte[] bytes, int offset, int length);

    /** Returns the result. After that, no more bytes may be added. */
    byte[] value();

    /** @param algorithm the name of an algorithm that every Java platform supports */
    static Digest of(String algorithm) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        return new Digest() {
            @Override
            public void update(byte[] bytes, int offset, int length) {
                digest.update(bytes, offset, length);
            }

            @Override
            public byte[] value() {
                return digest.digest();
            }
        };
    }

    static Digest of(Checksum checksum, int bytes) {
        return new Digest() {
            @Override
            public void update(byte[] source, int offset, int length) {
                checksum.update(source, offset, length);
            }

            @Override
            public byte[] value() {
                byte[] all = ByteBuffer.allocate(Long.BYTES)
                        .putLong(checksum.getValue())
                        .array();
                byte[] last = new byte[bytes];
                System.arraycopy(all, all.length - bytes, last, 0, bytes);
                return last;
            }
        };
    }
}
