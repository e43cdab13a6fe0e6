package app.mita.runtime.eventloop;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.ReactorNetty;
import reactor.netty.resources.LoopResources;

/**
 * One set of event loops for the application: an answer from the database needs no change of thread to become an
 * HTTP answer. They belong to this application alone and end after everything that uses them, unlike Reactor Netty's
 * global ones, which the first of several applications in a JVM would end for all.
 */
@Configuration(proxyBeanMethods = false)
class EventLoops {

    private static final int FEWEST = 2;

    /** As many as there are processors, which was measured best; -Dreactor.netty.ioWorkerCount overrides it. */
    @Bean(destroyMethod = "dispose")
    LoopResources loopResources() {
        int processors = Math.max(FEWEST, Runtime.getRuntime().availableProcessors());
        return LoopResources.create("mita-io", Integer.getInteger(ReactorNetty.IO_WORKER_COUNT, processors), true);
    }

    @Bean
    ReactorResourceFactory reactorResourceFactory(LoopResources loops) {
        var factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        factory.setLoopResources(loops);
        return factory;
    }
}
