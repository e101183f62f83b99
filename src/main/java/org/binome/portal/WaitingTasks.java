package org.binome.portal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.binome.partner.Partnership;
import org.binome.partner.Partnership.State;
import org.binome.process.UserTasks;
import org.binome.process.UserTasks.OpenTask;
import org.binome.prospecting.Programme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * The tasks that wait for us. A page is worth showing without them, so while Tasklist
 * can't be reached the answer is empty and the log says why.
 */
@Component
class WaitingTasks {

	private static final Logger logger = LoggerFactory.getLogger(WaitingTasks.class);

	private final UserTasks tasks;

	WaitingTasks(UserTasks tasks) {
		this.tasks = tasks;
	}

	Optional<List<OpenTask>> of(Partnership partnership) {
		return (partnership.state() != State.CLOSED) ? ask(this.tasks::open, partnership.id()) : Optional.of(List.of());
	}

	Optional<List<OpenTask>> of(Programme programme) {
		return ask(this.tasks::openInProgramme, programme.id());
	}

	private Optional<List<OpenTask>> ask(Function<UUID, List<OpenTask>> question, UUID id) {
		try {
			return Optional.of(question.apply(id));
		}
		catch (RuntimeException ex) {
			logger.warn("Tasklist doesn't tell the open tasks of {}: {}", id, ex.getMessage());
			return Optional.empty();
		}
	}

}
