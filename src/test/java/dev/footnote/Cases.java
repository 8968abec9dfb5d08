package dev.footnote;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** The numbered cases of a property test, run in parallel because each one waits for a response. */
public final class Cases {

    private Cases() {
    }

    /**
     * @param each must not share what it changes with other cases
     * @return the sum of what the cases return
     * @throws AssertionError of the first case that fails, in the order of their numbers
     */
    public static long sum(int cases, IntToLongFunction each) {
        // threads of a pool made here have the class loader of the test, those of the common pool have not
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Long>> results = IntStream.range(0, cases)
                    .mapToObj(number -> threads.submit(() -> each.applyAsLong(number))).toList();
            return results.stream().mapToLong(Cases::result).sum();
        } finally {
            threads.shutdownNow();
        }
    }

    /** Chance for one of many cases: seeds that follow each other would all begin with nearly the same number. */
    public static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    private static long result(Future<Long> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
