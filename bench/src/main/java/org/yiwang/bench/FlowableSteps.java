package org.yiwang.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;

/**
 * The peer: Flowable doing the same life as a BPMN process on the same server – six user tasks with candidate groups, a timer at the handling as our clock, each
 * task claimed and completed with the variables that our event keeps, history at its default level (audit). Its job executor stands still, which favours it.
 */
final class FlowableSteps implements Contender {
    private static final String PROCESS = "case";

    private final HikariDataSource source;
    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;

    FlowableSteps(Database database) throws Exception {
        database.run("create schema flowable");
        source = database.pool(Database.CONNECTIONS_MAX, "flowable");
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryLevel(HistoryLevel.AUDIT);
        configuration.setAsyncExecutorActivate(false);
        // With its default numbers a thread takes a second connection while it holds one, which blocks for ever when
        // the pool is smaller than the crowd.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("case.bpmn20.xml")
                .deploy();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
    }

    @Override
    public String name() {
        return "flowable";
    }

    @Override
    public Life client(int number) {
        String user = "user-" + number;
        return pulse -> {
            String id = pulse.step(() -> report(user));
            for (Script.Move move : Script.MOVES) pulse.step(() -> step(id, move, user));
        };
    }

    private String report(String user) {
        return runtime.startProcessInstanceByKey(
                        PROCESS,
                        Map.of(
                                "category",
                                Script.CATEGORY,
                                "description",
                                Script.DESCRIPTION,
                                "address",
                                "长阳路近宁国路",
                                "committee",
                                Script.COMMITTEE.value(),
                                "reporter",
                                user))
                .getId();
    }

    private boolean step(String id, Script.Move move, String user) {
        Task task = tasks.createTaskQuery().processInstanceId(id).singleResult();
        tasks.claim(task.getId(), user);
        tasks.complete(task.getId(), Map.of("stage", move.action(), "note", move.body()));
        return true;
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
