// Drives instagram-private-api: node drive_instagram_private_api.cjs PROXY PHOTO FILM COVER.
// NODE_PATH names where the client is installed.

const fs = require('node:fs');
const { IgApiClient, SEGMENT_DIVIDERS } = require('instagram-private-api');

async function drive(proxy, photo, film, cover) {
  const client = new IgApiClient();
  client.state.generateDevice('CANARYUSER');
  client.state.proxyUrl = proxy;
  for (const cookie of ['ds_user_id=25025320', 'sessionid=CANARYCOOKIE', 'csrftoken=CANARYTOKEN'])
    client.state.cookieJar.setCookie(`${cookie}; Domain=.instagram.com; Path=/`, 'https://i.instagram.com/');
  const picture = fs.readFileSync(photo);
  const video = fs.readFileSync(film);
  const coverImage = fs.readFileSync(cover);
  await client.publish.photo({ file: picture, caption: 'CANARYTEXT' });
  await client.publish.album({ items: [{ file: picture }, { file: coverImage }], caption: 'CANARYTEXT' });
  await client.publish.video({ video, coverImage, caption: 'CANARYTEXT', transcodeDelay: 1 });
  await client.publish.igtvVideo({
    video,
    coverFrame: coverImage,
    title: 'CANARYTITLE',
    caption: 'CANARYTEXT',
    uploadOptions: { segmentDivider: SEGMENT_DIVIDERS.sectionSize(400000) },
  });
}

drive(...process.argv.slice(2, 6)).then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
