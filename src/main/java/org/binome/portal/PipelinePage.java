package org.binome.portal;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.binome.account.Accounts;
import org.binome.partner.Partnership.State;
import org.binome.partner.Stage;
import org.binome.portal.Pipeline.Entry;
import org.binome.portal.Pipeline.Filter;
import org.binome.prospecting.Candidates;
import org.binome.prospecting.Programme;
import org.binome.prospecting.Programmes;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Every partnership by stage, the programmes still without a shortlist before them.
 */
@Controller
class PipelinePage {

	private final Pipeline pipeline;

	private final Programmes programmes;

	private final Candidates candidates;

	private final Accounts accounts;

	PipelinePage(Pipeline pipeline, Programmes programmes, Candidates candidates, Accounts accounts) {
		this.pipeline = pipeline;
		this.programmes = programmes;
		this.candidates = candidates;
		this.accounts = accounts;
	}

	@GetMapping("/")
	String show(@RequestParam(required = false) UUID programme, @RequestParam(defaultValue = "false") boolean ended,
			Model model) {
		List<Entry> entries = this.pipeline.find(new Filter(null, null, programme));
		List<Programme> all = this.programmes.all();
		model.addAttribute("lanes",
				Arrays.stream(Stage.values()).map((stage) -> new Lane(stage, cards(entries, stage, ended))).toList());
		model.addAttribute("prospecting", all.stream()
			.filter((candidate) -> programme == null || candidate.id().equals(programme))
			.filter((candidate) -> entries.stream().noneMatch((entry) -> entry.programmeId().equals(candidate.id())))
			.map((candidate) -> new Prospect(candidate.id(), candidate.name(), this.accounts.nameOf(candidate.owner()),
					this.candidates.count(candidate.id())))
			.toList());
		model.addAttribute("programmes", all);
		model.addAttribute("programme", (programme != null) ? programme.toString() : "");
		model.addAttribute("ended", ended);
		model.addAttribute("endedCount", entries.stream().filter((entry) -> entry.state() == State.CLOSED).count());
		return "pipeline";
	}

	private List<Card> cards(List<Entry> entries, Stage stage, boolean ended) {
		return entries.stream()
			.filter((entry) -> entry.stage() == stage && (ended || entry.state() != State.CLOSED))
			.map((entry) -> new Card(entry, this.accounts.nameOf(entry.owner())))
			.toList();
	}

	/** A stage with its partnerships. */
	public record Lane(Stage stage, List<Card> cards) {
	}

	/** A partnership on the board. */
	public record Card(Entry entry, String owner) {
	}

	/** A programme that is still looking for partners. */
	public record Prospect(UUID id, String name, String owner, int candidates) {
	}

}
