package org.binome.prospecting;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Scores the candidates of a programme by a table it is given: whom we want and who would
 * want us (PRO-13).
 */
@Service
public class Scoring {

	private static final int BATCH = 500;

	/** Enough to hide the way to the engine and back, too few to flood it. */
	private static final int AT_A_TIME = 8;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final Programmes programmes;

	private final Clock clock;

	Scoring(JdbcClient jdbc, JdbcTemplate batches, Programmes programmes, Clock clock) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.programmes = programmes;
		this.clock = clock;
	}

	/**
	 * Scores every candidate and closes the longlist.
	 * @param run which scoring it is: called again with the same one, it goes on where it
	 * stopped
	 * @param table asked once for each distinct input
	 */
	public void score(UUID programmeId, long run, Function<ScoreInputs, Scores> table) {
		Programme programme = this.programmes.get(programmeId);
		var known = new HashMap<ScoreInputs, Scores>();
		try (ExecutorService executor = Executors.newFixedThreadPool(AT_A_TIME)) {
			List<Candidate> candidates = unscored(programmeId, run);
			while (!candidates.isEmpty()) {
				Map<Candidate, ScoreInputs> inputs = new LinkedHashMap<>();
				candidates
					.forEach((candidate) -> inputs.put(candidate, ScoreInputs.of(candidate, programme.audience())));
				ask(inputs, table, known, executor);
				store(inputs, known, run);
				candidates = unscored(programmeId, run);
			}
		}
		this.jdbc.sql("update programme set scored_at = ? where id = ?")
			.params(Timestamp.from(this.clock.instant()), programmeId)
			.update();
	}

	private List<Candidate> unscored(UUID programmeId, long run) {
		return this.jdbc
			.sql("select * from candidate where programme_id = ? and scored_by is distinct from ? order by id limit ?")
			.params(programmeId, run, BATCH)
			.query(Candidates::candidate)
			.list();
	}

	private static void ask(Map<Candidate, ScoreInputs> inputs, Function<ScoreInputs, Scores> table,
			Map<ScoreInputs, Scores> known, ExecutorService executor) {
		List<ScoreInputs> asked = inputs.values().stream().distinct().filter((one) -> !known.containsKey(one)).toList();
		List<Callable<Scores>> calls = asked.stream().map((one) -> (Callable<Scores>) () -> table.apply(one)).toList();
		try {
			List<Future<Scores>> answers = executor.invokeAll(calls);
			for (int i = 0; i < asked.size(); i++) {
				known.put(asked.get(i), answers.get(i).get());
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause().getMessage(), ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("The scoring was interrupted; it goes on with the next try", ex);
		}
	}

	private void store(Map<Candidate, ScoreInputs> inputs, Map<ScoreInputs, Scores> known, long run) {
		this.batches.batchUpdate("""
				update candidate set desirability = ?, likelihood = ?, knocked_out = ?, scored_by = ? where id = ?""",
				inputs.entrySet(), BATCH, (statement, entry) -> {
					Scores scores = known.get(entry.getValue());
					statement.setInt(1, scores.desirability());
					statement.setInt(2, scores.likelihood());
					statement.setString(3, scores.knockedOut());
					statement.setLong(4, run);
					statement.setObject(5, entry.getKey().id());
				});
	}

}
