package app.mita.api.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The partition of a user: the one Kafka's own partitioner picks for the user's id as key (murmur2). */
public final class UserPartition {

    /** Partitions of the topic unless configured otherwise. */
    public static final int DEFAULT_COUNT = 12;

    private static final int SEED = 0x9747b28c;
    private static final int M = 0x5bd1e995;

    private UserPartition() {}

    public static int of(UUID user, int count) {
        return (murmur2(user.toString().getBytes(StandardCharsets.UTF_8)) & 0x7fffffff) % count;
    }

    /** MurmurHash2 by Austin Appleby, 32 bits, with the seed that Kafka clients share. */
    static int murmur2(byte[] data) {
        int hash = SEED ^ data.length;
        int blocks = data.length / 4;
        for (int block = 0; block < blocks; block++) {
            int at = block * 4;
            int k = (data[at] & 0xff) | (data[at + 1] & 0xff) << 8 | (data[at + 2] & 0xff) << 16 | data[at + 3] << 24;
            k *= M;
            k ^= k >>> 24;
            k *= M;
            hash = hash * M ^ k;
        }
        int rest = blocks * 4;
        switch (data.length % 4) {
            case 3:
                hash ^= (data[rest + 2] & 0xff) << 16;
            case 2:
                hash ^= (data[rest + 1] & 0xff) << 8;
            case 1:
                hash ^= data[rest] & 0xff;
                hash *= M;
            default:
        }
        hash ^= hash >>> 13;
        hash *= M;
        return hash ^ hash >>> 15;
    }
}
