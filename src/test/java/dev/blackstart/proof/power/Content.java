package dev.blackstart.proof.power;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.BitSet;

/// The bytes of one file, with a hash that follows every change and a note of what has changed
/// since it was last written out.
final class Content {
    /// What a disk writes whole or not at all, in bytes.
    static final int SECTOR = 512;

    private static final int BLOCK = 4096;
    private static final long FACTOR = 0x9FB21C651E98DF25L;
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1 << 16];
    private int size;
    private long hash;
    private final BitSet stale = new BitSet();

    /// What was there before a change.
    static final class Before {
        private final int offset;
        private final byte[] bytes;
        private final int size;

        private Before(int offset, byte[] bytes, int size) {
            this.offset = offset;
            this.bytes = bytes;
            this.size = size;
        }
    }

    int size() {
        return size;
    }

    /// 64 bits over size and content.
    long hash() {
        return hash ^ mix(size * 0x9E3779B97F4A7C15L);
    }

    Before write(int offset, byte[] data, int from, int length) {
        room(offset + length);
        Before before =
                new Before(offset, Arrays.copyOfRange(bytes, offset, offset + length), size);
        if (offset + length > size) {
            grow(offset + length);
        }
        int first = offset / SECTOR;
        int last = (offset + length - 1) / SECTOR;
        toggle(first, last);
        System.arraycopy(data, from, bytes, offset, length);
        toggle(first, last);
        stale.set(offset / BLOCK, (offset + length - 1) / BLOCK + 1);
        return before;
    }

    Before resize(int wanted) {
        if (wanted >= size) {
            Before before = new Before(size, new byte[0], size);
            room(wanted);
            grow(wanted);
            return before;
        }
        Before before = new Before(wanted, Arrays.copyOfRange(bytes, wanted, size), size);
        int first = wanted / SECTOR;
        int last = (size - 1) / SECTOR;
        toggle(first, last);
        Arrays.fill(bytes, wanted, size, (byte) 0);
        stale.set(wanted / BLOCK, (size - 1) / BLOCK + 1);
        size = wanted;
        toggle(first, (wanted + SECTOR - 1) / SECTOR - 1);
        return before;
    }

    void undo(Before before) {
        if (before.bytes.length > 0) {
            write(before.offset, before.bytes, 0, before.bytes.length);
        }
        if (size != before.size) {
            resize(before.size);
        }
    }

    private void room(int needed) {
        if (needed + SECTOR > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed + SECTOR, bytes.length * 2));
        }
    }

    private void grow(int wanted) {
        int from = (size + SECTOR - 1) / SECTOR;
        stale.set(size / BLOCK, wanted / BLOCK + 1);
        size = wanted;
        toggle(from, (wanted + SECTOR - 1) / SECTOR - 1);
    }

    private void toggle(int first, int last) {
        for (int sector = first; sector <= last; sector++) {
            hash ^= sector(sector);
        }
    }

    /// Four lanes, because a processor multiplies several numbers at once.
    private long sector(int sector) {
        int start = sector * SECTOR;
        long a = sector + 1L;
        long b = 2;
        long c = 3;
        long d = 4;
        for (int at = start; at < start + SECTOR; at += 4 * Long.BYTES) {
            a = (a ^ (long) LONGS.get(bytes, at)) * FACTOR;
            b = (b ^ (long) LONGS.get(bytes, at + 8)) * FACTOR;
            c = (c ^ (long) LONGS.get(bytes, at + 16)) * FACTOR;
            d = (d ^ (long) LONGS.get(bytes, at + 24)) * FACTOR;
            a ^= a >>> 32;
            b ^= b >>> 31;
            c ^= c >>> 30;
            d ^= d >>> 29;
        }
        return mix(a + mix(b + mix(c + mix(d))));
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /// Writes all of it over what the file held.
    void replace(FileChannel file) throws IOException {
        writeTo(file);
        stale.clear();
    }

    /// Brings a file that was written out before up to date.
    void refresh(FileChannel file) throws IOException {
        for (int start = stale.nextSetBit(0); start >= 0; start = stale.nextSetBit(start)) {
            int end = stale.nextClearBit(start);
            write(file, start * BLOCK, Math.min(end * BLOCK, size));
            start = end;
        }
        stale.clear();
        fit(file);
    }

    /// Writes all of it to a file that is not refreshed later.
    void writeTo(FileChannel file) throws IOException {
        write(file, 0, size);
        fit(file);
    }

    private void fit(FileChannel file) throws IOException {
        if (file.size() > size) {
            file.truncate(size);
        } else if (file.size() < size) {
            file.write(ByteBuffer.wrap(new byte[1]), size - 1L);
        }
    }

    private void write(FileChannel file, int start, int end) throws IOException {
        if (end > start) {
            ByteBuffer part = ByteBuffer.wrap(bytes, start, end - start);
            file.write(part, start);
        }
    }
}
