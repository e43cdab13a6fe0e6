package app.mita.projection.engine;

import app.mita.api.event.RecordedEvent;
import app.mita.projection.history.History;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;

/** The lives of many users, shuffled into one log. */
public final class Lives {

    private Lives() {}

    /** Each user's events stay in order; every seventh user's account is deleted at the end. */
    public static List<RecordedEvent> shuffled(long seed, int users, int events) {
        var random = new Random(seed);
        var lives = new ArrayList<Queue<RecordedEvent>>();
        for (int i = 0; i < users; i++) {
            var user = new UUID(random.nextLong(), random.nextLong());
            var life = History.random(random.nextLong(), user, Math.max(1, events / users));
            lives.add(new ArrayDeque<>((i % 7 == 6 ? life.delete() : life).events()));
        }
        var shuffled = new ArrayList<RecordedEvent>();
        while (!lives.isEmpty()) {
            int i = random.nextInt(lives.size());
            shuffled.add(lives.get(i).remove());
            if (lives.get(i).isEmpty()) {
                lives.remove(i);
            }
        }
        return shuffled;
    }
}
