package app.mita.runtime.background;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;

/** Begins with the application, once, and ends with it. */
public abstract class BackgroundWork implements SmartLifecycle {

    private volatile @Nullable Disposable running;

    /** Begins the work; disposing of what is returned ends it. */
    protected abstract Disposable begin();

    @Override
    public final synchronized void start() {
        if (running == null) {
            running = begin();
        }
    }

    @Override
    public final synchronized void stop() {
        var ending = running;
        if (ending != null) {
            ending.dispose();
            running = null;
        }
    }

    @Override
    public final boolean isRunning() {
        return running != null;
    }
}
