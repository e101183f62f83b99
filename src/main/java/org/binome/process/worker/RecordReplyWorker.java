package org.binome.process.worker;

import java.util.Map;

import org.binome.approach.Replies;
import org.binome.approach.Reply;
import org.binome.approach.ReplyOutcome;
import org.binome.process.Answer;
import org.binome.process.Job;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Stores the reply the manager heard of.
 */
@Component
class RecordReplyWorker implements Worker {

	private final Replies replies;

	RecordReplyWorker(Replies replies) {
		this.replies = replies;
	}

	@Override
	public String type() {
		return "record-reply";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		Answer answer = job.answer();
		Reply reply = new Reply(answer.choice("outcome", ReplyOutcome.class), answer.text("note"), null);
		return Map.of("replyOutcome", this.replies.enter(job.partnershipId(), reply).route());
	}

}
