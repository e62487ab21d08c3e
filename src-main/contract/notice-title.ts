/** What is printed for whom it concerns and is no news: lost papers, public notices, job offers. Told by its headline. Pure. */

/** 遗失声明, 招领启事, 停水通知. */
const NOTICE = /^\p{Script=Han}{0,24}(?:公告|公示|启事|通告|通知|声明|更正|致歉|招聘|征稿|转让|讣告|鸣谢|寻[人物]|遗失)$/u;
/** Who speaks thus is in the news: 两国发表联合声明, 国务院印发通知. */
const NEWS = /联合声明|发表|发布|发出|印发|下发|出台|回应/u;
const ENGLISH_NOTICE = /^(?:(?:public|legal|death|lost) )?notices?$/iu;

export function isNoticeTitle(headline: string): boolean {
  const words = headline.trim();
  const han = words.replaceAll(/\s/gu, '');
  return ENGLISH_NOTICE.test(words) || (NOTICE.test(han) && !NEWS.test(han));
}
