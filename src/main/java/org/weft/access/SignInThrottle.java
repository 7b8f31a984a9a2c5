package org.weft.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses. Within {@link #PERIOD}, one address may fail {@link #PER_NAME} times with one username, or
 * with links that lead nowhere, and {@link #PER_ADDRESS} times in all. Who gets in gives the attempts back, so that a
 * whole office behind one address is not held up by its own people.
 *
 * <p>It counts by name and address together: nobody can lock somebody else out from elsewhere. Each node counts for
 * itself, in memory of a bounded size.
 */
@Component
public class SignInThrottle {

    static final Duration PERIOD = Duration.ofMinutes(5);
    static final int PER_NAME = 10;
    static final int PER_ADDRESS = 100;

    /** No username is longer; what is typed beyond is not kept. */
    private static final int NAME_LENGTH = 100;

    /** Ends in what no address holds: neither links nor names are counted with it. */
    private static final String TOKEN = "token\n";

    private final TimeMeter time;
    private final Buckets byName = new Buckets(PER_NAME);
    private final Buckets byAddress = new Buckets(PER_ADDRESS);

    SignInThrottle(Clock clock) {
        this.time = new ClockTime(clock);
    }

    /**
     * Counts an attempt to sign in.
     *
     * @return empty if it may go on, else how long to wait
     */
    public Optional<Duration> signIn(String username, String address) {
        return attempt(nameKey(username, address), address);
    }

    /** The attempts with this name from this address were its owner's. */
    public void signedIn(String username, String address) {
        succeeded(nameKey(username, address), address);
    }

    /**
     * Counts an attempt to use a link for setting up or for a password.
     *
     * @return empty if it may go on, else how long to wait
     */
    public Optional<Duration> link(String address) {
        return attempt(address, address);
    }

    /** The link was a good one. */
    public void linkWorked(String address) {
        succeeded(address, address);
    }

    /**
     * Counts a program's token that is none. Good ones are not counted, so that whoever fetches much is not held up.
     *
     * @return empty if it is simply wrong, else how long its sender has to wait
     */
    Optional<Duration> wrongToken(String address) {
        return attempt(TOKEN + address, address);
    }

    private synchronized Optional<Duration> attempt(String key, String address) {
        var wait = byAddress.take(address);
        if (wait.isEmpty()) {
            wait = byName.take(key);
            wait.ifPresent(refused -> byAddress.giveBack(address, 1));
        }
        return wait;
    }

    private synchronized void succeeded(String key, String address) {
        byAddress.giveBack(address, byName.forget(key));
    }

    private static String nameKey(String username, String address) {
        var name = username.strip().toLowerCase(Locale.ROOT);
        return address + " " + name.substring(0, Math.min(NAME_LENGTH, name.length()));
    }

    /** Some buckets; those not used for longest go first when there are too many. */
    private final class Buckets extends LinkedHashMap<String, Bucket> {

        private static final int MOST = 10_000;

        private final int capacity;

        Buckets(int capacity) {
            super(16, 0.75f, true);
            this.capacity = capacity;
        }

        Optional<Duration> take(String key) {
            var probe = computeIfAbsent(key, unseen -> bucket()).tryConsumeAndReturnRemaining(1);
            return probe.isConsumed()
                    ? Optional.empty()
                    : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }

        void giveBack(String key, long attempts) {
            var bucket = get(key);
            if (bucket != null && attempts > 0) {
                bucket.addTokens(attempts);
            }
        }

        /** @return how many attempts were counted */
        long forget(String key) {
            var bucket = remove(key);
            return bucket == null ? 0 : capacity - bucket.getAvailableTokens();
        }

        private Bucket bucket() {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(capacity).refillIntervally(capacity, PERIOD))
                    .withCustomTimePrecision(time)
                    .build();
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    }

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
