package org.binome.process.worker;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.binome.account.Account;
import org.binome.account.Accounts;
import org.binome.account.Role;
import org.binome.mail.Letters;
import org.binome.mail.Letters.Letter;
import org.binome.mail.Mail;
import org.binome.mail.Mailer;
import org.binome.process.CamundaSettings;
import org.binome.process.Job;
import org.binome.process.PartnerReminder;
import org.binome.process.TaskBrief;
import org.binome.process.Worker;

import org.springframework.stereotype.Component;

/**
 * Reminds whoever has a task that waits, and tells the level above when it waits too long
 * (GOV-03). Silence never decides anything.
 */
@Component
class SendReminderWorker implements Worker {

	private final Map<String, TaskBrief> briefs;

	private final Map<String, PartnerReminder> partnerReminders;

	private final Accounts accounts;

	private final Letters letters;

	private final Mailer mailer;

	private final CamundaSettings settings;

	SendReminderWorker(List<TaskBrief> briefs, List<PartnerReminder> partnerReminders, Accounts accounts,
			Letters letters, Mailer mailer, CamundaSettings settings) {
		this.briefs = briefs.stream().collect(Collectors.toMap(TaskBrief::task, Function.identity()));
		this.partnerReminders = partnerReminders.stream()
			.collect(Collectors.toMap(PartnerReminder::task, Function.identity()));
		this.accounts = accounts;
		this.letters = letters;
		this.mailer = mailer;
		this.settings = settings;
	}

	@Override
	public String type() {
		return "send-reminder";
	}

	@Override
	public Map<String, Object> complete(Job job) {
		String task = job.header("task");
		boolean escalation = "escalation".equals(job.header("level"));
		PartnerReminder partnerReminder = this.partnerReminders.get(task);
		if (partnerReminder != null && !escalation) {
			partnerReminder.remind(job);
			return Map.of();
		}
		for (Account account : audience(job, task, escalation)) {
			String name = escalation ? "escalation" : "reminder";
			Letter letter = this.letters.write(name, account.language(),
					Map.of("name", account.name(), "task",
							task.replaceFirst("^Task_", "").replaceAll("(?<=[a-z])(?=[A-Z])", " "), "subject",
							subject(job, task), "owner", this.accounts.nameOf(job.text("owner")), "tasklist",
							this.settings.tasklistUrl() + "/tasklist"));
			UUID partnership = job.has("partnershipId") ? job.partnershipId() : null;
			this.mailer.send(new Mail(name + ":" + job.elementInstanceKey() + ":" + account.username(), partnership,
					account.email(), letter.subject(), letter.text()));
		}
		return Map.of();
	}

	private String subject(Job job, String task) {
		TaskBrief brief = this.briefs.get(task);
		if (brief != null && brief.brief(job).variables().get("brief") instanceof Map<?, ?> shown) {
			return shown.get("partner").toString();
		}
		return "";
	}

	private List<Account> audience(Job job, String task, boolean escalation) {
		TaskBrief brief = this.briefs.get(task);
		Role role = (brief != null) ? brief.role() : Role.MANAGER;
		if (escalation && brief != null) {
			return this.accounts.withRole(role.above());
		}
		if (role != Role.MANAGER) {
			return this.accounts.withRole(role);
		}
		return this.accounts.find(job.text("owner")).map(List::of).orElseGet(() -> this.accounts.withRole(role));
	}

}
