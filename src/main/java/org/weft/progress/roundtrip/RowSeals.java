package org.weft.progress.roundtrip;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import org.springframework.stereotype.Component;
import org.weft.base.InstallationKeys;
import org.weft.objectives.AssignmentStatus;

/**
 * Row keys as text: packed, and signed by this installation. A key that was touched, made up or taken from another
 * installation, whose ids mean other people, is none.
 *
 * @see <a href="../../../../../../../docs/decisions/029-a-row-carries-what-it-was.md">decision 029</a>
 */
@Component
class RowSeals {

    private static final String KEY = "row-key";
    /** No spreadsheet program takes a text that begins so for a number, a date or a formula. */
    private static final String FIRST = "W";

    private static final int SIGNATURE_BYTES = 12;
    private static final int LONGEST = 120;

    private final InstallationKeys keys;

    RowSeals(InstallationKeys keys) {
        this.keys = keys;
    }

    /** For the rows of one file; it belongs to one thread. */
    Seal seal() {
        return new Seal(keys.signer(KEY));
    }

    static final class Seal {

        private final Mac mac;

        private Seal(Mac mac) {
            this.mac = mac;
        }

        String write(RowKey key) {
            var bytes = ByteBuffer.allocate(LONGEST);
            put(bytes, key.cycleId());
            put(bytes, key.assignmentId());
            put(bytes, key.participantId());
            put(bytes, key.dueOn().toEpochDay());
            put(bytes, key.target());
            bytes.putShort(RowKey.shortMark(key.status().name()));
            put(bytes, key.leadId() == null ? 0 : key.leadId());
            var shown = key.shown();
            bytes.putShort(shown.name())
                    .putShort(shown.number())
                    .putShort(shown.code())
                    .putShort(shown.objective())
                    .putInt(shown.lead());
            bytes.put(signature(Arrays.copyOf(bytes.array(), bytes.position())));
            return FIRST
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
        }

        /** The key, if it is one of ours. */
        Optional<RowKey> read(String text) {
            if (!text.startsWith(FIRST) || text.length() > 2 * LONGEST) {
                return Optional.empty();
            }
            try {
                var bytes = Base64.getUrlDecoder().decode(text.substring(FIRST.length()));
                var length = bytes.length - SIGNATURE_BYTES;
                if (length <= 0
                        || !MessageDigest.isEqual(
                                signature(Arrays.copyOf(bytes, length)),
                                Arrays.copyOfRange(bytes, length, bytes.length))) {
                    return Optional.empty();
                }
                return Optional.of(unpack(ByteBuffer.wrap(bytes, 0, length)));
            } catch (IllegalArgumentException | DateTimeException | BufferUnderflowException notOurs) {
                return Optional.empty();
            }
        }

        private static RowKey unpack(ByteBuffer bytes) {
            var cycle = get(bytes);
            var assignment = get(bytes);
            var participant = get(bytes);
            var due = LocalDate.ofEpochDay(get(bytes));
            var target = (int) get(bytes);
            var status = status(bytes.getShort());
            var lead = get(bytes);
            return new RowKey(
                    cycle,
                    assignment,
                    participant,
                    due,
                    target,
                    status,
                    lead == 0 ? null : lead,
                    new RowKey.Shown(
                            bytes.getShort(), bytes.getShort(), bytes.getShort(), bytes.getShort(), bytes.getInt()));
        }

        /** By its name: files live longer than the order of constants. */
        private static AssignmentStatus status(short mark) {
            return Arrays.stream(AssignmentStatus.values())
                    .filter(status -> RowKey.shortMark(status.name()) == mark)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("A status of another version"));
        }

        private byte[] signature(byte[] of) {
            return Arrays.copyOf(mac.doFinal(of), SIGNATURE_BYTES);
        }

        /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
        private static void put(ByteBuffer bytes, long value) {
            var left = value;
            while ((left & ~0x7fL) != 0) {
                bytes.put((byte) (left & 0x7f | 0x80));
                left >>>= 7;
            }
            bytes.put((byte) left);
        }

        private static long get(ByteBuffer bytes) {
            var value = 0L;
            for (var shift = 0; shift < 64; shift += 7) {
                var one = bytes.get();
                value |= (one & 0x7fL) << shift;
                if (one >= 0) {
                    break;
                }
            }
            return value;
        }
    }
}
