package org.binome.gate;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.binome.gate.GateCheck.Assessment;
import org.binome.gate.Verdict.Held;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one place that says pass or hold. Every evaluation is kept as evidence.
 */
@Service
public class Gates {

	private final Map<Gate, GateCheck> checks = new EnumMap<>(Gate.class);

	private final GateModes modes;

	private final Evaluations evaluations;

	private final EvidenceChain evidence;

	private final GateEscalation escalation;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final PolicyVersions versions = new PolicyVersions();

	Gates(List<GateCheck> checks, GateModes modes, Evaluations evaluations, EvidenceChain evidence,
			GateEscalation escalation, PlatformTransactionManager transactions, Clock clock) {
		for (GateCheck check : checks) {
			if (this.checks.put(check.gate(), check) != null) {
				throw new IllegalStateException("Two checks for the gate " + check.gate().id());
			}
		}
		this.modes = modes;
		this.evaluations = evaluations;
		this.evidence = evidence;
		this.escalation = escalation;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** The gates that can be asked: those whose facts are captured. */
	public Set<Gate> checked() {
		return Set.copyOf(this.checks.keySet());
	}

	/**
	 * Evaluates a gate on the facts in the database and records the result.
	 * @param origin where in the process it was asked; asked again from the same place,
	 * the first answer stands
	 * @return whether the process may go on
	 */
	public boolean pass(Gate gate, UUID subject, Origin origin) {
		GateCheck check = this.checks.get(gate);
		if (check == null) {
			throw new IllegalArgumentException("Nothing checks the gate " + gate.id());
		}
		Evaluation kept = this.transaction.execute((status) -> {
			this.evidence.lock(subject);
			return keep(gate, subject, assess(check, subject), origin);
		});
		return escalated(kept);
	}

	private static Assessment assess(GateCheck check, UUID subject) {
		try {
			return check.assess(subject);
		}
		catch (NothingToJudge nothing) {
			return new Assessment(new Held(List.of(nothing.finding(check.gate()))), null);
		}
	}

	/** Records a verdict reached elsewhere, such as an approval that was refused. */
	public boolean record(Gate gate, UUID subject, Verdict verdict, Origin origin) {
		Evaluation kept = this.transaction.execute((status) -> {
			this.evidence.lock(subject);
			return keep(gate, subject, new Assessment(verdict, null), origin);
		});
		return escalated(kept);
	}

	/**
	 * Outside the transaction: an evaluation stays even if no mail can be sent now. The
	 * job is then retried and comes back here.
	 */
	private boolean escalated(Evaluation kept) {
		if (kept.stops()) {
			this.escalation.heldAgain(kept);
		}
		return kept.letThrough();
	}

	private Evaluation keep(Gate gate, UUID subject, Assessment assessment, Origin origin) {
		Mode mode = this.modes.mode(gate, subject);
		GateOverride override = (mode == Mode.BLOCK && assessment.verdict() instanceof Held held)
				? usable(gate, subject, held).orElse(null) : null;
		this.evaluations
			.add(gate, subject, assessment, mode, override, origin, this.versions.of(gate), this.clock.instant())
			.ifPresent((id) -> this.evidence.append(subject, EvidenceKind.EVALUATION, id));
		return this.evaluations.from(gate, subject, origin);
	}

	/**
	 * An override counts for the evaluation right after the one it was given for, and
	 * only if that finds nothing new.
	 */
	private Optional<GateOverride> usable(Gate gate, UUID subject, Held held) {
		return this.evaluations.latest(gate, subject)
			.filter((latest) -> latest.stops() && latest.override() != null)
			.filter((latest) -> new HashSet<>(latest.findings()).containsAll(held.findings()))
			.map(Evaluation::override);
	}

	/**
	 * What speaks against going on at this moment, asked again before what can't be taken
	 * back, and not recorded: nothing where the gate doesn't block, nor what its latest
	 * evaluation let through.
	 */
	public List<Finding> standing(Gate gate, UUID subject) {
		if (!(this.checks.get(gate).verdict(subject) instanceof Held held)
				|| this.modes.mode(gate, subject) != Mode.BLOCK) {
			return List.of();
		}
		List<Finding> let = this.evaluations.latest(gate, subject)
			.filter(Evaluation::letThrough)
			.map(Evaluation::findings)
			.orElse(List.of());
		return held.findings().stream().filter((finding) -> !let.contains(finding)).toList();
	}

	/**
	 * The findings of these gates that are open: each gate's latest evaluation counts.
	 */
	public List<Finding> openFindings(UUID subject, Gate... gates) {
		List<Gate> asked = Arrays.asList(gates);
		return latest(subject).stream()
			.filter((evaluation) -> asked.contains(evaluation.gate()))
			.flatMap((evaluation) -> evaluation.findings().stream())
			.toList();
	}

	/**
	 * The latest evaluation of each gate the subject has met, in the order of the gates.
	 */
	public List<Evaluation> latest(UUID subject) {
		return this.evaluations.latest(subject);
	}

	/** Every evaluation of the subject, newest first. */
	public List<Evaluation> history(UUID subject) {
		return this.evaluations.of(subject);
	}

	/** The place in a process where a gate was asked. */
	public record Origin(long processInstanceKey, int processVersion, long elementInstanceKey) {
	}

}
