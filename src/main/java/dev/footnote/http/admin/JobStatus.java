package dev.footnote.http.admin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The running admin job and the result of the last one. Only one job runs at a time. */
final class JobStatus {

    private String work;
    private Instant since;
    private String step;
    private long done;
    private long total;
    private Map<String, Object> last;

    /** @return false if another job is running */
    synchronized boolean begin(String name) {
        if (work != null) {
            return false;
        }
        work = name;
        since = Instant.now();
        step = null;
        return true;
    }

    synchronized void at(String name, long count, long of) {
        step = name;
        done = count;
        total = of;
    }

    synchronized void end(JsonReply reply) {
        last = new LinkedHashMap<>();
        last.put("work", work);
        last.put("ended", Instant.now().toString());
        last.put("status", reply.status());
        last.put("answer", reply.body());
        work = null;
    }

    /** Ends a job that produced nothing, without keeping a result to report later. */
    synchronized void drop() {
        work = null;
    }

    synchronized Map<String, Object> status() {
        Map<String, Object> status = new LinkedHashMap<>();
        Map<String, Object> running = null;
        if (work != null) {
            running = new LinkedHashMap<>();
            running.put("work", work);
            running.put("since", since.toString());
            running.put("step", step);
            running.put("done", done);
            running.put("total", total == 0 ? null : total);
        }
        status.put("running", running);
        status.put("last", last);
        return status;
    }
}
